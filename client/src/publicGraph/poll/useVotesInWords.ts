import { useTranslation } from "react-i18next";
import { useFormats } from "../../app/index.ts";
import { type ChoiceCount, countOf } from "./tallyParts.ts";

/** Counts as a sentence: "2 yes, 1 no, 0 abstentions". */
export function useVotesInWords(): (counts: readonly ChoiceCount[]) => string {
	const { t } = useTranslation("publicGraph");
	const formats = useFormats();
	return (counts) =>
		t("poll.votesInWords", {
			yes: formats.number(countOf(counts, "YES")),
			no: formats.number(countOf(counts, "NO")),
			abstain: formats.number(countOf(counts, "ABSTAIN")),
		});
}
