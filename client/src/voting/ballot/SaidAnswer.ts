import type { BallotAnswer, Mark, WeightedBallot } from "@crossroads/shared";

/**
 * What a ballot says: an answer, or the parts of a split vote [V30]. With parts, a ballot that is cast says nothing
 * besides them; in the form the marks are those of the part that is being entered.
 */
export interface SaidAnswer extends BallotAnswer {
	readonly parts?: readonly WeightedBallot[];
}

/** An answer as the graph gives it: a reason that is not there is null. */
interface GivenAnswer {
	marks: readonly Mark[];
	reason: string | null;
}

/** A ballot in the box as the server tells of it. */
export interface ServersBallot {
	answer: GivenAnswer;
	parts: readonly { weight: number; answer: GivenAnswer }[] | null;
	receipt: string;
	castAt: string;
	changedAt: string | null;
}

/** The ballot with what it says in one piece. */
export function saidIn({ parts, ...ballot }: ServersBallot) {
	const answer: SaidAnswer = parts
		? { marks: [], parts: parts.map(({ weight, answer }) => ({ weight, answer: answerGiven(answer) })) }
		: answerGiven(ballot.answer);
	return { ...ballot, answer };
}

/** Only a block has a reason. */
function answerGiven({ marks, reason }: GivenAnswer): BallotAnswer {
	return reason ? { marks, reason } : { marks };
}

/** An answer as the graph takes it. */
export function answerInput({ marks, reason }: BallotAnswer) {
	return { marks: [...marks], reason: reason ?? null };
}
