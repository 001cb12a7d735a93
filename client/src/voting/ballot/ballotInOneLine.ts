import type { WeightedBallot } from "@crossroads/shared";
import type { TFunction } from "i18next";
import { answerInOneLine } from "../answers/words/answerInWords.ts";
import type { AskedPoll } from "../views.ts";
import type { SaidAnswer } from "./SaidAnswer.ts";

/** What a ballot says; of a sealed one, whose answer is kept nowhere (null), that it is sealed. */
export function ballotInOneLine(t: TFunction<"voting">, poll: AskedPoll, answer: SaidAnswer | null): string {
	if (answer?.parts) return partsInWords(t, poll, answer.parts).join("; ");
	return answer ? answerInOneLine(t, poll, answer) : t("ballot.sealed");
}

/** The parts of a split vote, a line each. */
export function partsInWords(
	t: TFunction<"voting">,
	poll: AskedPoll,
	parts: readonly WeightedBallot[],
): string[] {
	return parts.map(({ answer, weight }) =>
		t("split.line", { weight, choice: answerInOneLine(t, poll, answer) }),
	);
}
