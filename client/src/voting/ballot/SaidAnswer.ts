import type { BallotAnswer, WeightedBallot } from "@crossroads/shared";

/**
 * What a ballot says: an answer, or the parts of a split vote [V30]. With parts, a ballot that is cast says nothing
 * besides them; in the form the marks are those of the part that is being entered.
 */
export interface SaidAnswer extends BallotAnswer {
	readonly parts?: readonly WeightedBallot[];
}

/** A ballot in the box as the server tells of it. */
export interface ServersBallot {
	answer: BallotAnswer;
	parts: readonly WeightedBallot[] | null;
	receipt: string;
	castAt: string;
	changedAt: string | null;
}

/** The ballot with what it says in one piece. */
export function saidIn({ parts, ...ballot }: ServersBallot) {
	const answer: SaidAnswer = parts ? { marks: [], parts } : ballot.answer;
	return { ...ballot, answer };
}
