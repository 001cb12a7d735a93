import { useTranslation } from "react-i18next";
import { BoardLink, useFormats } from "../../app/index.ts";
import { Heading, StakeholderMark, TallyBar } from "../../ui/index.ts";
import { CountDetails, CountPicture, hasLiveFigures, RuleResults, tallyParts } from "../../voting/index.ts";
import type { PollPictureFragment } from "../gql/graphql.ts";
import { Written } from "../network/WorkingLanguage.tsx";
import { CityVotes } from "./CityVotes.tsx";
import css from "./Poll.module.css";
import { SecrecyLine } from "./SecrecyLine.tsx";
import { useVerdictInWords } from "./useVerdictInWords.ts";
import { VoteRow } from "./VoteRow.tsx";

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
			{result && <RuleResults rules={result.rules} />}
			<section className={css.part}>
				<Heading level={3}>{t("poll.persons")}</Heading>
				<Votes poll={poll} />
				<p className={css.note}>
					{t("poll.turnout", { cast: formats.number(tally.cast), of: formats.number(electorateSize) })}
				</p>
			</section>
			<SecrecyLine poll={poll} />
			{(poll.secrecy === "BY_NAME" || isTold(tally.byPartner)) && (
				<section className={css.part}>
					<Heading level={3}>{t("poll.cities")}</Heading>
					<CityVotes poll={poll} />
				</section>
			)}
			{(poll.secrecy === "BY_NAME" || isTold(tally.byGroup)) && (
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

/** The whole count: of yes and no in one bar; of other methods, once there is a result, as the method counts. */
function Votes({ poll }: { poll: PollPictureFragment }) {
	const { t } = useTranslation("voting");
	const { method, result, tally, electorateSize } = poll;
	if (result && method !== "YES_NO_ABSTAIN")
		return (
			<>
				<CountPicture poll={poll} count={result.count} />
				<CountDetails poll={poll} count={result.count} />
			</>
		);
	if (!hasLiveFigures(method)) return null;
	return <TallyBar parts={tallyParts(t, poll, tally.total)} of={electorateSize} />;
}

function GroupVotes({ poll }: { poll: PollPictureFragment }) {
	const { t } = useTranslation("app");
	return (
		<ul className={css.votes}>
			{poll.tally.byGroup.map((part) => (
				<VoteRow
					key={part.group}
					poll={poll}
					name={
						<>
							<StakeholderMark group={part.group} /> {t(`group.${part.group}`)}
						</>
					}
					part={part}
				/>
			))}
		</ul>
	);
}
