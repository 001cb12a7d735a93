import type { OptionKey } from "@crossroads/shared";
import { useTranslation } from "react-i18next";
import type { AskedPoll } from "../../views.ts";
import { optionInWords } from "./optionInWords.ts";

/** How each option is called: as the facilitator wrote it, or in the reader's language where the method names it. */
export function useOptionLabel({ options }: Pick<AskedPoll, "options">): (key: OptionKey) => string {
	const { t } = useTranslation("voting");
	return (key) => optionInWords(t, options, key);
}
