import { useTranslation } from "react-i18next";
import { publicSocket } from "../../apollo/index.ts";
import { LiveIndicator, useFormats } from "../../app/index.ts";
import { joinClasses, Link, TallyBar } from "../../ui/index.ts";
import { hasLiveFigures, tallyParts } from "../../voting/index.ts";
import type { PollPictureFragment } from "../gql/graphql.ts";
import { Written } from "../network/WorkingLanguage.tsx";
import css from "./Poll.module.css";
import { SecrecyLine } from "./SecrecyLine.tsx";
import { useVerdictInWords } from "./useVerdictInWords.ts";

interface Props {
	poll: PollPictureFragment;
	/** The text that is voted on is not on this page: shows the way to it. */
	leadsToText?: boolean;
}

/** Above this many characters a question is written smaller, so that its count stays in sight. */
const LONG_QUESTION = 150;

/** A public poll as it counts: question, turnout, tally, and whether the figures are of now. Give it the live poll. */
export function RunningPoll({ poll, leadsToText }: Props) {
	const { t } = useTranslation("publicGraph");
	const { t: tVoting } = useTranslation("voting");
	const formats = useFormats();
	const verdict = useVerdictInWords();
	const { tally, electorateSize, recommendation, event } = poll;
	const showsCount = poll.secrecy === "BY_NAME" || poll.state === "PUBLISHED";
	return (
		<article className={css.running}>
			<p className={css.facts}>
				{poll.state === "OPEN" ? (
					<LiveIndicator socket={publicSocket} />
				) : (
					<span>{t(`poll.state.${poll.state}`)}</span>
				)}
				{event && <Written>{event.title}</Written>}
				{poll.state === "OPEN" && (
					<span>
						{t(event?.place ? "poll.openedAtPlace" : "poll.openedAt", {
							time: formats.time(poll.openedAt, event?.timeZone),
							place: event?.place,
						})}
					</span>
				)}
			</p>
			<p className={joinClasses(css.question, poll.question.length > LONG_QUESTION && css.isLong)}>
				<Written>{poll.question}</Written>
			</p>
			{poll.result && <p>{verdict(poll)}</p>}
			{showsCount && hasLiveFigures(poll.method) && (
				<TallyBar parts={tallyParts(tVoting, poll, tally.total)} of={electorateSize} />
			)}
			<p>{t("poll.turnout", { cast: formats.number(tally.cast), of: formats.number(electorateSize) })}</p>
			<SecrecyLine poll={poll} />
			{leadsToText && recommendation && (
				<p>
					<Link href={`/recommendations/${recommendation.id}`}>{t("poll.readText")}</Link>
				</p>
			)}
		</article>
	);
}
