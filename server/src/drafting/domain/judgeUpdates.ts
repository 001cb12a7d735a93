import type { RefusalCode } from "@crossroads/shared";
import type { UpdateFacts } from "./UpdateFacts.ts";

/** A Yjs client id in a draft: who was given it, and how far it has written. */
export interface ClientStanding {
	/** Null: the server itself, when a text was brought in. */
	readonly personId: string | null;
	readonly signInId: string | null;
	readonly clock: number;
}

/** Who hands updates in. */
export interface UpdateWriter {
	readonly personId: string;
	readonly signInId: string | null;
}

/** How far each client id will have written when the updates are taken in, and which of them lie below what is known. */
export type Judgement =
	| { readonly refusal: RefusalCode }
	| {
			readonly refusal: null;
			readonly clocks: ReadonlyMap<number, number>;
			/** Indexes of updates that begin at clocks which are taken: to be repeated ones, byte for byte, or refused. */
			readonly overlapping: readonly number[];
	  };

/**
 * [D11] Whether a writer's updates may follow in a draft: everything in them is written under client ids that this
 * sign-in was given; each id goes on exactly where it stood, or repeats; they build on nothing that is not there.
 */
export function judgeUpdates(
	updates: readonly UpdateFacts[],
	known: ReadonlyMap<number, ClientStanding>,
	writer: UpdateWriter,
): Judgement {
	const clocks = new Map<number, number>();
	const clockOf = (client: number) => clocks.get(client) ?? known.get(client)?.clock ?? 0;
	const overlapping: number[] = [];
	for (const [index, { writes }] of updates.entries()) {
		const clients = [...writes.keys()];
		if (!clients.every((client) => isGivenTo(writer, known.get(client))))
			return { refusal: "client-id-not-yours" };
		const places = [...writes].map(([client, { from }]) => Math.sign(from - clockOf(client)));
		if (places.includes(1)) return { refusal: "update-out-of-order" };
		if (places.includes(-1)) overlapping.push(index);
		else for (const [client, { to }] of writes) clocks.set(client, to);
	}
	// What overlaps is there already, with all that it builds on, or it is refused for that.
	const fresh = updates.filter((_, index) => !overlapping.includes(index));
	const buildsOnAir = fresh.some(({ needs }) => [...needs].some(([client, to]) => to > clockOf(client)));
	return buildsOnAir ? { refusal: "update-out-of-order" } : { refusal: null, clocks, overlapping };
}

function isGivenTo({ personId, signInId }: UpdateWriter, standing: ClientStanding | undefined): boolean {
	return standing?.personId === personId && standing.signInId === signInId;
}
