import { useTranslation } from "react-i18next";
import { CityMark } from "../../ui/index.ts";
import { cityStand, isAmongOptions, leadingParts, tallyParts } from "../../voting/index.ts";
import type { PollPictureFragment } from "../gql/graphql.ts";
import type { ChoiceCount } from "./askedPoll.ts";
import css from "./Poll.module.css";
import { VoteRow } from "./VoteRow.tsx";

/** Each city's ballots in a row, with where its majority lies. */
export function CityVotes({ poll }: { poll: PollPictureFragment }) {
	const { t } = useTranslation("publicGraph");
	const { t: tVoting } = useTranslation("voting");
	const sideInWords = (counts: readonly ChoiceCount[]) => {
		if (!isAmongOptions(poll)) return t(`poll.side.${sideOf(counts)}`);
		const [leader, ...others] = leadingParts(tallyParts(tVoting, poll, counts));
		return leader && others.length === 0 ? leader.label : t("poll.side.neither");
	};
	return (
		<ul className={css.votes}>
			{poll.tally.byPartner.map((city) => (
				<VoteRow
					key={city.partner.id}
					poll={poll}
					name={
						<>
							<CityMark code={city.partner.code} /> {city.partner.city}
						</>
					}
					part={city}
					words={sideInWords(city.counts)}
				/>
			))}
		</ul>
	);
}

/** Where a city stands: a majority of its ballots for or against, else neither. */
function sideOf(counts: readonly ChoiceCount[]): "for" | "against" | "neither" {
	const stand = cityStand(counts);
	return stand === "for" || stand === "against" ? stand : "neither";
}
