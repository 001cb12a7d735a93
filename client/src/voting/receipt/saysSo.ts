import { type BallotAnswer, type BallotEntry, canonicalJson, type WeightedBallot } from "@crossroads/shared";

/** Whether the board has these answers for a named ballot: the one, or each part of a vote that was split. */
export function saysSo(
	ballots: readonly Pick<BallotEntry, "answer">[],
	said: BallotAnswer & { readonly parts?: readonly WeightedBallot[] },
): boolean {
	const published = ballots.map(({ answer }) => textOf(answer));
	const answers = said.parts ? said.parts.map(({ answer }) => answer) : [said];
	return answers.every((answer) => published.includes(textOf(answer)));
}

/** The graph gives type names and nulls besides: only what an answer consists of is compared. */
function textOf({ marks, reason }: BallotAnswer): string {
	const said = marks.map(({ option, value }) => ({ option, value }));
	return canonicalJson(reason ? { marks: said, reason } : { marks: said });
}
