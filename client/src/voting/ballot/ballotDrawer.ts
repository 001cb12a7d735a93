import type { BallotAnswer, Mark } from "@crossroads/shared";
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
	const kept = attempt(
		() => JSON.parse(text ?? "null") as (Partial<KeptBallot> & { choice?: unknown }) | null,
	);
	const answer = answerIn(kept?.answer) ?? answerOfBefore(kept?.choice);
	if (!kept || !answer) return null;
	const key = typeof kept.idempotencyKey === "string" ? kept.idempotencyKey : null;
	const refusal = typeof kept.refusal === "string" ? kept.refusal : null;
	return { answer, idempotencyKey: key, refusal };
}

/** Of the right shape; whether its poll takes it the server says. */
function answerIn(kept: unknown): BallotAnswer | null {
	const { marks, reason } = (kept ?? {}) as { marks?: unknown; reason?: unknown };
	if (!Array.isArray(marks) || !marks.every(isMark)) return null;
	return typeof reason === "string" ? { marks, reason } : { marks };
}

function isMark(mark: Partial<Mark> | null): boolean {
	return typeof mark?.option === "string" && typeof mark.value === "number";
}

/** An earlier version of this page kept a choice. */
function answerOfBefore(choice: unknown): BallotAnswer | null {
	return typeof choice === "string" ? { marks: [{ option: choice, value: 1 }] } : null;
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
