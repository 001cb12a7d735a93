import { useTranslation } from "react-i18next";
import { BoardLink, useFormats } from "../../app/index.ts";
import { Heading, StakeholderMark, TallyBar } from "../../ui/index.ts";
import type { PollPictureFragment } from "../gql/graphql.ts";
import { Written } from "../network/WorkingLanguage.tsx";
import { CityVotes } from "./CityVotes.tsx";
import css from "./Poll.module.css";
import { RuleList } from "./RuleList.tsx";
import { SecrecyLine } from "./SecrecyLine.tsx";
import { tallyParts } from "./tallyParts.ts";
import { useVerdictInWords } from "./useVerdictInWords.ts";
import { useVotesInWords } from "./useVotesInWords.ts";

/** How it was decided, as a picture: the rules with their figures, then persons, cities and thirds. */
export function Decision({ poll }: { poll: PollPictureFragment }) {
	const { t } = useTranslation(["publicGraph", "app"]);
	const formats = useFormats();
	const { tally, result, electorateSize, event } = poll;
	const when = poll.publishedAt ?? poll.closedAt;
	return (
		<div className={css.decision}>
			<div className={css.verdict}>
				<p className={css.sentence}>{useVerdictInWords()(poll)}</p>
				<p className={css.facts}>
					<Written>{poll.question}</Written>
					{event && <Written>{event.title}</Written>}
					{when && <span>{formats.dateTime(when, event?.timeZone)}</span>}
				</p>
			</div>
			{result && <RuleList rules={result.rules} />}
			<section className={css.part}>
				<Heading level={3}>{t("poll.persons")}</Heading>
				<TallyBar parts={tallyParts(poll, tally.total, t)} of={electorateSize} />
				<p className={css.note}>
					{t("poll.turnout", { cast: formats.number(tally.cast), of: formats.number(electorateSize) })}
				</p>
			</section>
			<SecrecyLine poll={poll} />
			{isTold(tally.byPartner) && (
				<section className={css.part}>
					<Heading level={3}>{t("poll.cities")}</Heading>
					<CityVotes poll={poll} />
				</section>
			)}
			{isTold(tally.byGroup) && (
				<section className={css.part}>
					<Heading level={3}>{t("poll.thirds")}</Heading>
					<GroupVotes poll={poll} />
				</section>
			)}
			<BoardLink address={poll.boardAddress} />
		</div>
	);
}

/** Of a secret poll no counts are told of parts that are too small, or that the rule does not ask for [V31]. */
function isTold(parts: readonly { counts: readonly unknown[] }[]): boolean {
	return parts.some(({ counts }) => counts.length > 0);
}

function GroupVotes({ poll }: { poll: PollPictureFragment }) {
	const { t } = useTranslation("app");
	const inWords = useVotesInWords();
	return (
		<ul className={css.votes}>
			{poll.tally.byGroup.map(({ group, counts, electorateSize }) => (
				<li key={group} className={css.voteRow}>
					<span className={css.voteName}>
						<StakeholderMark group={group} /> {t(`group.${group}`)}
					</span>
					<TallyBar
						size="slim"
						isKeyHidden
						label={inWords(poll, counts)}
						parts={tallyParts(poll, counts, t)}
						of={electorateSize}
					/>
					<span className={css.voteWords} aria-hidden="true">
						{inWords(poll, counts)}
					</span>
				</li>
			))}
		</ul>
	);
}
