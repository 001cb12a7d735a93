import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { useFormats } from "../../app/index.ts";
import type { PollPictureFragment } from "../gql/graphql.ts";
import { countOf, isAmongOptions, optionInWords } from "./tallyParts.ts";
import { useVotesInWords } from "./useVotesInWords.ts";

/** What a poll decided, as a sentence: "Adopted, by 11 votes to 4; abstentions: 3." Before there is a result only the counts. */
export function useVerdictInWords(): (poll: PollPictureFragment) => string {
	const { t } = useTranslation(["publicGraph", "app"]);
	const formats = useFormats();
	const inWords = useVotesInWords();
	return (poll) => {
		const { tally, result } = poll;
		if (isAmongOptions(poll)) return result ? choiceInWords(t, poll, result) : inWords(poll, tally.total);
		return t(result ? (result.isAdopted ? "poll.adopted" : "poll.rejected") : "poll.counted", {
			yes: formats.number(countOf(tally.total, "YES")),
			no: formats.number(countOf(tally.total, "NO")),
			abstain: formats.number(countOf(tally.total, "ABSTAIN")),
		});
	};
}

type Result = NonNullable<PollPictureFragment["result"]>;

function choiceInWords(
	t: TFunction<["publicGraph", "app"]>,
	poll: PollPictureFragment,
	{ isAdopted, winners }: Result,
): string {
	const [option, ...others] = winners.map((key) => optionInWords(poll, key, t as TFunction));
	if (option === undefined) return t("poll.nothingChosen");
	if (others.length > 0) return t("poll.tie", { options: [option, ...others].join(" · ") });
	return t(isAdopted ? "poll.chosen" : "poll.undecided", { option });
}
