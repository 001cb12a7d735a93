import { useTranslation } from "react-i18next";
import { CityMark, TallyBar } from "../../ui/index.ts";
import type { PollPictureFragment } from "../gql/graphql.ts";
import css from "./Poll.module.css";
import { type ChoiceCount, countOf, isAmongOptions, leadersOf, tallyParts } from "./tallyParts.ts";
import { useVotesInWords } from "./useVotesInWords.ts";

/** Each city's ballots in a row, with where its majority lies. */
export function CityVotes({ poll }: { poll: PollPictureFragment }) {
	const { t } = useTranslation(["publicGraph", "app"]);
	const inWords = useVotesInWords();
	const sideInWords = (counts: readonly ChoiceCount[]) => {
		if (!isAmongOptions(poll)) return t(`poll.side.${side(counts)}`);
		const [leader, ...others] = leadersOf(tallyParts(poll, counts, t));
		return leader && others.length === 0 ? leader.label : t("poll.side.neither");
	};
	return (
		<ul className={css.votes}>
			{poll.tally.byPartner.map(({ partner, counts, electorateSize }) => (
				<li key={partner.id} className={css.voteRow}>
					<span className={css.voteName}>
						<CityMark code={partner.code} /> {partner.city}
					</span>
					<TallyBar
						size="slim"
						isKeyHidden
						label={inWords(poll, counts)}
						parts={tallyParts(poll, counts, t)}
						of={electorateSize}
					/>
					<span className={css.voteWords}>{sideInWords(counts)}</span>
				</li>
			))}
		</ul>
	);
}

/** Where a city stands: a majority of its ballots for yes or no, else neither. */
function side(counts: readonly ChoiceCount[]): "for" | "against" | "neither" {
	const yes = countOf(counts, "YES");
	const no = countOf(counts, "NO");
	return yes > no ? "for" : no > yes ? "against" : "neither";
}
