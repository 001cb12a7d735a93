import type { BallotAnswer } from "@crossroads/shared";
import type { BoardFacts } from "../buildBoard.ts";
import type { OpenedPart } from "./pollBox.ts";

/** [B5] The answers that came out of a secret poll's box, with city and group as far as its parts were kept apart [V31]. */
export function answersTold(parts: readonly OpenedPart[]): BoardFacts["ballots"] {
	return parts.flatMap(({ answers, partnerId, group }) =>
		answers.map((text) => ({
			personId: null,
			receipt: null,
			partnerId,
			group,
			isPaper: false,
			weight: 1,
			answer: JSON.parse(text) as BallotAnswer,
		})),
	);
}

/** [S5] Everything that lay in the box, and what of it counts for nothing, in base64. */
export function boxTold(parts: readonly OpenedPart[]): NonNullable<BoardFacts["box"]> {
	const all = (of: (part: OpenedPart) => readonly Buffer[]) =>
		parts.flatMap((part) => of(part).map((ballot) => ballot.toString("base64url")));
	return { sealed: all(({ sealed }) => sealed), invalid: all(({ invalid }) => invalid) };
}
