import { BallotChoice } from "@crossroads/shared";
import type { KeptBallot } from "./unsentBallot.ts";

/** Where a ballot lies until the server has answered, and a refused one until that was read: by person and poll, since a phone may be shared. */
export interface BallotDrawer {
	read(): KeptBallot | null;
	/** null empties it. */
	write(kept: KeptBallot | null): void;
}

/** The drawer of one person and poll in the browser's storage. Without storage (private mode, full) nothing is kept and nothing breaks. */
export function ballotDrawer(personId: string, pollId: string, storage = browserStorage()): BallotDrawer {
	const name = `crossroads.ballot.${personId}.${pollId}`;
	return {
		read: () => parse(attempt(() => storage?.getItem(name) ?? null)),
		write(kept) {
			attempt(() => (kept ? storage?.setItem(name, JSON.stringify(kept)) : storage?.removeItem(name)));
		},
	};
}

function parse(text: string | null | undefined): KeptBallot | null {
	const kept = attempt(() => JSON.parse(text ?? "null") as Partial<KeptBallot> | null);
	if (!kept?.choice || !Object.hasOwn(BallotChoice, kept.choice)) return null;
	const key = typeof kept.idempotencyKey === "string" ? kept.idempotencyKey : null;
	const refusal = typeof kept.refusal === "string" ? kept.refusal : null;
	return { choice: kept.choice, idempotencyKey: key, refusal };
}

function browserStorage(): Storage | undefined {
	return attempt(() => globalThis.localStorage);
}

function attempt<T>(act: () => T): T | undefined {
	try {
		return act();
	} catch {
		return undefined;
	}
}
