import type { OptionKey } from "@crossroads/shared";
import type { TFunction } from "i18next";
import type { AskedPoll } from "../../views.ts";

/** The options that methods name themselves. */
const NAMED = ["YES", "NO", "ABSTAIN", "AGREE", "DISAGREE", "BLOCK"] as const;

/** An option as its poll words it; yes, no and the like in the reader's language. */
export function optionInWords(t: TFunction<"voting">, options: AskedPoll["options"], key: OptionKey): string {
	const named = NAMED.find((name) => name === key);
	return options.find((option) => option.key === key)?.label || (named ? t(`choice.${named}`) : key);
}
