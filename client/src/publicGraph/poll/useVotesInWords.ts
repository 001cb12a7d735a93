import { useTranslation } from "react-i18next";
import { useFormats } from "../../app/index.ts";
import { type AskedPoll, type ChoiceCount, countOf, isAmongOptions, tallyParts } from "./tallyParts.ts";

/** Counts as a sentence: "2 yes, 1 no, 0 abstentions", or each option with its figure. */
export function useVotesInWords(): (poll: AskedPoll, counts: readonly ChoiceCount[]) => string {
	const { t } = useTranslation(["publicGraph", "app"]);
	const formats = useFormats();
	return (poll, counts) => {
		if (isAmongOptions(poll))
			return tallyParts(poll, counts, t)
				.map(({ label, count }) => `${label}: ${formats.number(count)}`)
				.join(" · ");
		return t("poll.votesInWords", {
			yes: formats.number(countOf(counts, "YES")),
			no: formats.number(countOf(counts, "NO")),
			abstain: formats.number(countOf(counts, "ABSTAIN")),
		});
	};
}
