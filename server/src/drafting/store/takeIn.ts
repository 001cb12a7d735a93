import type { RefusalCode } from "@crossroads/shared";
import { writeCursor } from "../domain/cursor.ts";
import type { ClientStanding } from "../domain/judgeUpdates.ts";
import { bytesOf } from "../domain/pushRules.ts";
import type { LogGrowth, Push, Pushed } from "../ports.ts";
import { type Known, type Place, pushKey } from "./knownOf.ts";
import type { LockedDraft } from "./LockedDraft.ts";

/** What a commit has before it when it takes pushes in, one after the other. */
export interface Commit {
	/** Drawn for it. */
	readonly mark: string;
	readonly drafts: ReadonlyMap<string, LockedDraft>;
	readonly known: Known;
	/** For each update where it stands in the draft's log already; null: nowhere. */
	readonly placesOf: (draftId: string, updates: readonly Uint8Array[]) => Promise<readonly (Place | null)[]>;
}

/** Decides about a push, and notes in draft and `known` what it adds; nothing is written yet. */
export async function takeIn({ mark, drafts, known, placesOf }: Commit, push: Push): Promise<Pushed> {
	const draft = drafts.get(push.draftId);
	if (!draft) return { refusal: "not-found" };
	const earlier = known.pushes.get(pushKey(push));
	if (earlier) return answerAt(earlier);
	const clients = known.clientsOf(push.draftId);
	const judged = push.judge(clients);
	const refusal: RefusalCode | null = push.admit(draft) ?? judged.refusal;
	if (refusal !== null || judged.refusal !== null) return { refusal: refusal ?? "update-invalid" };
	const repeated = judged.overlapping.map((index) => push.updates[index] as Uint8Array);
	const places = repeated.length > 0 ? await placesOf(push.draftId, repeated) : [];
	if (places.includes(null)) return { refusal: "update-conflicts" };
	const isNew = (_: Uint8Array, index: number) => !judged.overlapping.includes(index);
	add(draft, push, push.updates.filter(isNew));
	advance(draft, clients, judged.clocks);
	const place = repeated.length < push.updates.length ? { seq: draft.seq, mark } : lastOf(places as Place[]);
	known.pushes.set(pushKey(push), place);
	return answerAt(place);
}

/** Those that have grown, and by what. */
export function grownOf({ drafts }: Pick<Commit, "drafts">): LockedDraft[] {
	return [...drafts.values()].filter(({ added }) => added.length > 0);
}

/** What readers are told of it. */
export function growthOf(draft: LockedDraft, mark: string): LogGrowth {
	return {
		draftId: draft.draftId,
		previous: writeCursor(draft.before),
		cursor: writeCursor({ mark, seq: draft.seq }),
		isSnapshot: false,
		updates: draft.added.flatMap(({ updates }) => updates),
		behindSnapshot: draft.seq - draft.snapshotSeq,
	};
}

function add(draft: LockedDraft, push: Push, updates: readonly Uint8Array[]): void {
	if (updates.length === 0) return;
	draft.added.push({ updates, push });
	draft.seq += updates.length;
	draft.bytes += bytesOf(updates);
}

function advance(
	draft: LockedDraft,
	clients: Map<number, ClientStanding>,
	clocks: ReadonlyMap<number, number>,
): void {
	for (const [client, clock] of clocks) {
		const standing = clients.get(client);
		if (standing) clients.set(client, { ...standing, clock });
		draft.clocks.set(client, clock);
	}
}

const lastOf = (places: readonly Place[]) =>
	places.reduce((last, place) => (place.seq > last.seq ? place : last));

const answerAt = (place: Place): Pushed => ({ cursor: writeCursor(place), refusal: null });
