import type { BallotAnswer } from "@crossroads/shared";
import type { TFunction } from "i18next";
import { answerInOneLine } from "../answers/words/answerInWords.ts";
import type { AskedPoll } from "../views.ts";

/** What a ballot says; of a sealed one, whose answer is kept nowhere (null), that it is sealed. */
export function ballotInOneLine(
	t: TFunction<"voting">,
	poll: AskedPoll,
	answer: BallotAnswer | null,
): string {
	return answer ? answerInOneLine(t, poll, answer) : t("ballot.sealed");
}
