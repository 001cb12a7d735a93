import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Countdown, Heading, Notice } from "../../../ui/index.ts";
import { currentLine, nextLine, sessionMoment } from "../../live/agenda.ts";
import { ProblemNotice } from "../../live/ProblemNotice.tsx";
import type { LiveAgendaItem } from "../../live/views.ts";
import { AddItemSheet } from "../agenda/AddItemSheet.tsx";
import css from "../Facilitator.module.css";
import { awaitingReview } from "./nextAction.ts";
import { PollPanel } from "./PollPanel.tsx";
import { PollSheet } from "./PollSheet.tsx";
import { PrimaryButton } from "./PrimaryButton.tsx";
import { SecondaryActions } from "./SecondaryActions.tsx";
import type { Step } from "./Step.ts";

/** The current item, its vote, and the one primary button that changes with the state. */
export function NowPanel(props: Step) {
	const { t } = useTranslation("session");
	const [isPreparing, setIsPreparing] = useState(false);
	const [isAdding, setIsAdding] = useState(false);
	const { session, action, poll, presence, running } = props;
	const item = currentLine(session.agenda);
	const next = nextLine(session.agenda);
	const waiting = awaitingReview(item);
	const language = session.event.network.workingLanguage;
	return (
		<section className={css.nowPanel} aria-labelledby="now">
			<Heading level={2} looksLike={3} id="now" className={css.nowLabel}>
				{t("agenda.now")}
			</Heading>
			{item ? (
				<CurrentItem item={item} language={language} />
			) : (
				<p className={css.itemTitle}>{t(`moment.${sessionMoment(session.agenda)}`)}</p>
			)}
			{waiting && <Notice>{t("facilitator.stillDraft", { number: waiting.number })}</Notice>}
			<ProblemNotice problem={running.problem} />
			<div className={css.primary}>
				<PrimaryButton
					{...props}
					onPrepare={() => setIsPreparing(true)}
					onAddItem={() => setIsAdding(true)}
				/>
				<SecondaryActions
					session={session}
					action={action}
					running={running}
					onPrepare={() => setIsPreparing(true)}
				/>
			</div>
			{next && action.kind !== "nextItem" && action.kind !== "start" && action.kind !== "goOn" && (
				<p className={css.thenNext}>{t("now.next", { title: next.title })}</p>
			)}
			{poll && <PollPanel poll={poll} language={language} />}
			{isAdding && <AddItemSheet session={session} onClose={() => setIsAdding(false)} />}
			{isPreparing && (
				<PollSheet
					session={session}
					item={item}
					entitled={presence?.entitled ?? null}
					running={running}
					onClose={() => setIsPreparing(false)}
				/>
			)}
		</section>
	);
}

function CurrentItem({ item, language }: { item: LiveAgendaItem; language: string }) {
	const { t } = useTranslation("session");
	return (
		<div className={css.item}>
			<p className={css.itemTitle} lang={language}>
				{item.title}
			</p>
			<p className={css.itemFacts}>
				<span>{t(`itemKind.${item.kind}`)}</span>
				{item.recommendation && (
					<span>
						{t("facilitator.recommendation", { number: item.recommendation.number })} ·{" "}
						{t(`app:recommendationState.${item.recommendation.state}`)}
						{item.version ? ` · ${t("facilitator.version", { number: item.version.number })}` : ""}
					</span>
				)}
				{item.startedAt && (
					<span>
						<Countdown since={new Date(item.startedAt)} />
						{item.minutes ? ` / ${t("minutes", { count: item.minutes })}` : ""}
					</span>
				)}
			</p>
		</div>
	);
}
