import type { PollState } from "./words.ts";

/** Why a ballot is not taken. */
export type CastRefusal = "poll-not-open" | "poll-closed" | "not-an-elector" | "already-voted";

/** What a voter may do now: cast the first ballot, change the one that is in, or nothing and why. */
export type CastPermission = "first" | "change" | CastRefusal;

/** What the permission depends on. */
export interface CastSituation {
	readonly state: PollState;
	readonly allowsBallotChange: boolean;
	readonly isElector: boolean;
	readonly hasBallot: boolean;
}

/** [V5] [V6] [V7] Browsers grey out by it, and the ballot box decides by it. */
export function mayCast(situation: CastSituation): CastPermission {
	if (situation.state === "PREPARED") return "poll-not-open";
	if (situation.state !== "OPEN") return "poll-closed";
	if (!situation.isElector) return "not-an-elector";
	if (!situation.hasBallot) return "first";
	return situation.allowsBallotChange ? "change" : "already-voted";
}
