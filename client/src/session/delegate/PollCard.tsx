import { useTranslation } from "react-i18next";
import { BoardLink } from "../../app/index.ts";
import { Heading } from "../../ui/index.ts";
import {
	ballotChangeInWords,
	type LivePoll,
	methodAndRuleInWords,
	type OwnBallot,
	ResultView,
	SecrecyBanner,
	secrecyInWords,
	VoterBallots,
} from "../../voting/index.ts";
import css from "./Delegate.module.css";

/** Above this many characters a question is written smaller, so that the choices come into sight. */
const LONG_QUESTION = 150;

interface Props {
	poll: LivePoll;
	own: OwnBallot;
	viewerId: string;
	/** The network's working language, in which questions are put. */
	language: string;
}

/** A vote from its opening to its result. The ballot stays in its place in all of them, so that nothing of it is lost. */
export function PollCard({ poll, own, viewerId, language }: Props) {
	const { t } = useTranslation(["session", "voting"]);
	const { t: tVoting } = useTranslation("voting");
	return (
		<section className={css.poll} aria-labelledby={`question-${poll.id}`}>
			<p className={css.pollState}>{t(`session:poll.state.${poll.state}`)}</p>
			<Heading
				level={2}
				looksLike={3}
				id={`question-${poll.id}`}
				lang={language}
				className={poll.question.length > LONG_QUESTION ? css.longQuestion : undefined}
			>
				{poll.question}
			</Heading>
			{poll.state === "OPEN" && (
				<p className={css.rule}>
					{methodAndRuleInWords(tVoting, poll.rule, poll.entitled, poll.method)}{" "}
					{ballotChangeInWords(tVoting, poll.rule)}{" "}
					{poll.secrecy === "NAMED" && secrecyInWords(tVoting, poll)}
				</p>
			)}
			<SecrecyBanner poll={poll} showsKey={poll.state === "OPEN"} />
			{poll.state === "PUBLISHED" && poll.result && (
				<ResultView poll={poll} result={poll.result} tally={poll.tally} headingLevel={3} />
			)}
			<VoterBallots poll={poll} language={language} personId={viewerId} own={own} />
			<BoardLink address={poll.boardAddress} />
			{poll.state === "CLOSED" && (
				<p className={css.rule}>
					{t(poll.box && !poll.box.isOpened ? "session:poll.awaitingBox" : "session:poll.awaitingResult")}
				</p>
			)}
			{poll.state !== "PUBLISHED" && (
				<p className={css.turnout}>
					{t("voting:tally.turnout", { cast: poll.tally.cast, count: poll.tally.electorateSize })}
				</p>
			)}
		</section>
	);
}
