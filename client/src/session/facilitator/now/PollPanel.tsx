import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { BoardLink } from "../../../app/index.ts";
import { Badge, Disclosure, StakeholderMark } from "../../../ui/index.ts";
import {
	type LivePoll,
	methodAndRuleInWords,
	ResultView,
	SecrecyBanner,
	TallyByCity,
	TallyTotal,
} from "../../../voting/index.ts";
import { PaperPanel } from "../electorate/PaperPanel.tsx";
import { ProxyPanel } from "../electorate/ProxyPanel.tsx";
import { WeightPanel } from "../electorate/WeightPanel.tsx";
import css from "../Facilitator.module.css";

/** The vote of the current item: question and rule, then turnout and count, then the result. */
export function PollPanel({ poll, language }: { poll: LivePoll; language: string }) {
	const { t } = useTranslation("session");
	const { t: tVoting } = useTranslation("voting");
	const { tally, result } = poll;
	return (
		<div className={css.poll}>
			<p className={css.pollHead}>
				<Badge tone={poll.state === "OPEN" ? "accent" : "plain"}>{t(`poll.state.${poll.state}`)}</Badge>
				{poll.state !== "PREPARED" && (
					<span className={css.turnout}>
						{tVoting("tally.turnout", { cast: tally.cast, count: tally.electorateSize })}
					</span>
				)}
			</p>
			<p className={css.question} lang={language}>
				{poll.question}
			</p>
			<p className={css.soft}>{methodAndRuleInWords(tVoting, poll.rule, poll.entitled, poll.method)}</p>
			<SecrecyBanner poll={poll} showsKey />
			{(poll.proxyCap > 0 || (poll.state === "PREPARED" && poll.secrecy === "NAMED")) && (
				<Disclosure open={poll.state === "PREPARED" && poll.proxyCap > 0} summary={t("proxy.title")}>
					<ProxyPanel poll={poll} />
				</Disclosure>
			)}
			{poll.state !== "PUBLISHED" && (
				<Disclosure summary={t("weight.title")}>
					<WeightPanel poll={poll} />
				</Disclosure>
			)}
			{poll.state === "OPEN" && poll.secrecy === "NAMED" && (
				<Folded title={t("paper.title")}>
					<PaperPanel poll={poll} language={language} />
				</Folded>
			)}
			{poll.state === "OPEN" && <RunningTally poll={poll} />}
			{result && <ResultView poll={poll} result={result} tally={tally} headingLevel={3} />}
			<BoardLink address={poll.boardAddress} />
			{poll.state === "CLOSED" && result && <p className={css.soft}>{t("facilitator.onlyYouSee")}</p>}
		</div>
	);
}

/** Comes to life when it is unfolded: until then nothing is asked for it. */
function Folded({ title, children }: { title: string; children: ReactNode }) {
	const [isOpen, setIsOpen] = useState(false);
	return (
		<Disclosure summary={title} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
			{isOpen && children}
		</Disclosure>
	);
}

function RunningTally({ poll }: { poll: LivePoll }) {
	const { tally } = poll;
	const { t } = useTranslation("voting");
	return (
		<>
			{poll.secrecy === "NAMED" ? (
				<>
					<TallyTotal poll={poll} tally={tally} />
					<Disclosure open summary={t("tally.byCity")}>
						<TallyByCity poll={poll} tally={tally} />
					</Disclosure>
				</>
			) : (
				<p className={css.soft}>{t("tally.turnoutOnly")}</p>
			)}
			<ul className={css.groups} aria-label={t("tally.byGroup")}>
				{tally.byGroup.map(({ group, cast, electorateSize }) => (
					<li key={group} className={css.group}>
						<StakeholderMark group={group} size={14} />
						{t(`app:group.${group}`)} <strong>{t("tally.ofElectors", { cast, of: electorateSize })}</strong>
					</li>
				))}
			</ul>
		</>
	);
}
