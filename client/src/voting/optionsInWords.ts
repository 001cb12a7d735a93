import { type BallotAnswer, BallotChoice, type OptionKey } from "@crossroads/shared";
import type { TFunction } from "i18next";
import type { AskedPoll } from "./views.ts";

/** An option as its poll words it; yes, no and abstain in the reader's language. */
export function optionInWords(t: TFunction<"voting">, options: AskedPoll["options"], key: OptionKey): string {
	const own = Object.values(BallotChoice).find((choice) => choice === key);
	return options.find((option) => option.key === key)?.label || (own ? t(`choice.${own}`) : key);
}

/** A whole answer: the options that are marked, with their values where these say more than that. */
export function answerInWords(
	t: TFunction<"voting">,
	{ method, options }: AskedPoll,
	{ marks }: BallotAnswer,
): string {
	if (marks.length === 0) return t("ballot.noOption");
	const isValued = method === "SCORE" || method === "DOTS";
	const words = marks.map(({ option, value }) => {
		const word = optionInWords(t, options, option);
		return isValued ? `${word}: ${value}` : word;
	});
	return words.join(", ");
}
