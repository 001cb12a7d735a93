import { type BallotAnswer, type OptionKey, type PollSettings, readAnswer } from "@crossroads/shared";

/**
 * What is entered, as it would be cast; null: it is no whole answer yet. A reason that was written for a block and does
 * not belong to what is chosen now stays in the form and out of the ballot.
 */
export function wholeAnswer(settings: PollSettings, entered: BallotAnswer | null): BallotAnswer | null {
	if (!entered) return null;
	const blocks = entered.marks.some(({ option }) => option === "BLOCK");
	return readAnswer(settings, blocks ? entered : { marks: entered.marks });
}

/** What an entered answer says of an option; null: nothing yet. */
export function valueGiven(answer: BallotAnswer | null, option: OptionKey): number | null {
	return answer?.marks.find((mark) => mark.option === option)?.value ?? null;
}

/** The answer with another value for an option. `isNothingAtZero`: 0 is the same as not marked; no mark left: null. */
export function withValue(
	answer: BallotAnswer | null,
	option: OptionKey,
	value: number,
	zero?: "isNothingAtZero",
): BallotAnswer | null {
	const others = answer?.marks.filter((mark) => mark.option !== option) ?? [];
	const marks = value === 0 && zero ? others : [...others, { option, value }];
	return marks.length === 0 ? null : { marks };
}

/** The sum of all values: the dots that are given away. */
export function spentIn(answer: BallotAnswer | null): number {
	return answer?.marks.reduce((sum, { value }) => sum + value, 0) ?? 0;
}
