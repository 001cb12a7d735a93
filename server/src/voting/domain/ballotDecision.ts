import { type CastRefusal, mayCast, type PollState } from "@crossroads/shared";
import type { Ballot } from "./Poll.ts";

/** What becomes of a ballot that is put into the box. */
export type BallotOutcome =
	| { readonly kind: "counted" | "changed" | "repeated"; readonly ballot: Ballot }
	| { readonly kind: "refused"; readonly code: CastRefusal | "not-found" };

/** What the box finds when the ballot's turn comes. */
export interface BoxSituation {
	readonly state: PollState;
	readonly allowsBallotChange: boolean;
	readonly isElector: boolean;
	/** The voter's ballot that lies in the box already. */
	readonly stored: Ballot | null;
}

/**
 * [V4]–[V8] Decides on one ballot. A repeated key gets the stored ballot in every state of the poll, so that a lost
 * answer can be asked for again; the ballot of "counted" and "changed" is the one to store.
 */
export function decideBallot(cast: Ballot, situation: BoxSituation): BallotOutcome {
	const { stored } = situation;
	if (stored && stored.idempotencyKey === cast.idempotencyKey) return { kind: "repeated", ballot: stored };
	const permission = mayCast({ ...situation, hasBallot: stored !== null });
	if (permission === "first") return { kind: "counted", ballot: cast };
	if (permission !== "change") return { kind: "refused", code: permission };
	return { kind: "changed", ballot: changedBallot(cast, stored ?? cast) };
}

function changedBallot(cast: Ballot, stored: Ballot): Ballot {
	return { ...cast, castAt: stored.castAt, changedAt: cast.castAt };
}
