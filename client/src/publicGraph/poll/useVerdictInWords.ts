import { useTranslation } from "react-i18next";
import { useFormats } from "../../app/index.ts";
import type { PollPictureFragment } from "../gql/graphql.ts";
import { countOf } from "./tallyParts.ts";

/** What a poll decided, as a sentence: "Adopted, by 11 votes to 4; abstentions: 3." Before there is a result only the counts. */
export function useVerdictInWords(): (poll: PollPictureFragment) => string {
	const { t } = useTranslation("publicGraph");
	const formats = useFormats();
	return ({ tally, result }) =>
		t(result ? (result.isAdopted ? "poll.adopted" : "poll.rejected") : "poll.counted", {
			yes: formats.number(countOf(tally.total, "YES")),
			no: formats.number(countOf(tally.total, "NO")),
			abstain: formats.number(countOf(tally.total, "ABSTAIN")),
		});
}
