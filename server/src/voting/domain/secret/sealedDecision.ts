import { type CastRefusal, mayCast, type PollState } from "@crossroads/shared";

/** A sealed ballot on its way into the box. */
export interface SealedBallot {
	readonly pollId: string;
	readonly personId: string;
	/** Of the poll's length. */
	readonly sealed: Buffer;
}

/** What becomes of it. Of what is in the box already it is only said to those who have a ballot in it. */
export type SealedOutcome =
	| { readonly kind: "counted" | "repeated" }
	| { readonly kind: "refused"; readonly code: CastRefusal | "not-found" | "ballot-is-a-copy" };

/** What the box finds when the ballot's turn comes. */
export interface SealedSituation {
	readonly state: PollState;
	readonly isElector: boolean;
	/** The voter is among those who have voted. */
	readonly hasVoted: boolean;
	/** The same bytes lie in the box, in whatever part. */
	readonly isInBox: boolean;
}

/**
 * [V40] [S7] Decides on one sealed ballot. The same bytes from somebody who has voted are the same ballot, sent again: the
 * answer is the same in every state of the poll. From anybody else they are a copy. No ballot is ever changed.
 */
export function decideSealed({ state, isElector, hasVoted, isInBox }: SealedSituation): SealedOutcome {
	if (hasVoted && isInBox) return { kind: "repeated" };
	const permission = mayCast({ state, isElector, hasBallot: hasVoted, allowsBallotChange: false });
	if (permission === "change") return { kind: "refused", code: "already-voted" };
	if (permission !== "first") return { kind: "refused", code: permission };
	return isInBox ? { kind: "refused", code: "ballot-is-a-copy" } : { kind: "counted" };
}
