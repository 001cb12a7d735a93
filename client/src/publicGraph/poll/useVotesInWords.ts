import { useTranslation } from "react-i18next";
import { useFormats } from "../../app/index.ts";
import { countOf, tallyParts } from "../../voting/index.ts";
import type { AskedPoll, ChoiceCount } from "./askedPoll.ts";

/** Counts as a sentence: "2 yes, 1 no, 0 abstentions", or each option with its figure. */
export function useVotesInWords(): (poll: AskedPoll, counts: readonly ChoiceCount[]) => string {
	const { t } = useTranslation("publicGraph");
	const { t: tVoting } = useTranslation("voting");
	const formats = useFormats();
	return (poll, counts) => {
		if (poll.method !== "YES_NO_ABSTAIN")
			return tallyParts(tVoting, poll, counts)
				.map(({ label, count }) => `${label}: ${formats.number(count)}`)
				.join(" · ");
		return t("poll.votesInWords", {
			yes: formats.number(countOf(counts, "YES")),
			no: formats.number(countOf(counts, "NO")),
			abstain: formats.number(countOf(counts, "ABSTAIN")),
		});
	};
}
