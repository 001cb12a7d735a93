import { useTranslation } from "react-i18next";
import { useFormats } from "../../app/index.ts";
import { countOf, hasLiveFigures, verdictInWords } from "../../voting/index.ts";
import type { PollPictureFragment } from "../gql/graphql.ts";
import { useVotesInWords } from "./useVotesInWords.ts";

/** What a poll decided, as a sentence: "Adopted, by 11 votes to 4; abstentions: 3." Before there is a result only the counts, where they say something. */
export function useVerdictInWords(): (poll: PollPictureFragment) => string {
	const { t } = useTranslation("publicGraph");
	const { t: tVoting } = useTranslation("voting");
	const formats = useFormats();
	const inWords = useVotesInWords();
	return (poll) => {
		const { tally, result } = poll;
		if (poll.method !== "YES_NO_ABSTAIN") {
			if (result) return verdictInWords(tVoting, poll, result);
			return hasLiveFigures(poll.method) ? inWords(poll, tally.total) : "";
		}
		return t(result ? (result.isAdopted ? "poll.adopted" : "poll.rejected") : "poll.counted", {
			yes: formats.number(countOf(tally.total, "YES")),
			no: formats.number(countOf(tally.total, "NO")),
			abstain: formats.number(countOf(tally.total, "ABSTAIN")),
		});
	};
}
