import { useTranslation } from "react-i18next";
import { LiveIndicator } from "../../app/index.ts";
import { Heading, joinClasses, Link } from "../../ui/index.ts";
import { LeftBallots, type LivePoll, type OwnBallot, useOwnBallot, usePoll } from "../../voting/index.ts";
import { Announcer } from "../live/Announcer.tsx";
import { currentLine, sessionMoment } from "../live/agenda.ts";
import { ProblemNotice } from "../live/ProblemNotice.tsx";
import { type Running, useRun } from "../live/useRun.ts";
import { useViewerInSession } from "../live/useSession.ts";
import type { LiveSession } from "../live/views.ts";
import { AgendaList } from "./AgendaList.tsx";
import { CheckIn, CheckOut } from "./CheckIn.tsx";
import css from "./Delegate.module.css";
import { type DelegateView, delegateView } from "./delegateView.ts";
import { FloorControl } from "./FloorControl.tsx";
import { NowLine } from "./NowLine.tsx";
import { PollCard } from "./PollCard.tsx";
import { ProxyCard } from "./proxy/ProxyCard.tsx";
import { TabledText } from "./TabledText.tsx";
import { useSessionNews } from "./useSessionNews.ts";

/** One thing at a time: check in, or vote, or read what is being talked about; the agenda is below. */
export function DelegateScreen({ session, viewerId }: { session: LiveSession; viewerId: string }) {
	const { t } = useTranslation("session");
	const running = useRun();
	const poll = usePoll(session.currentPoll?.id ?? null);
	const own = useOwnBallot(poll);
	const item = currentLine(session.agenda);
	const moment = sessionMoment(session.agenda);
	const me = useViewerInSession(session.id, `${item?.id} ${poll?.id} ${poll?.state}`);
	const view = delegateView({
		moment,
		poll: poll?.state ?? null,
		mayAttend: me?.viewerMayAttend ?? false,
		isPresent: me?.viewerIsPresent ?? false,
		isElector: own.isElector,
	});
	const isHere = Boolean(me?.viewerMayAttend && me.viewerIsPresent);
	const shownPollId = view.first === "poll" ? poll?.id : null;
	const isVoting = view.first === "poll" && poll?.state === "OPEN";
	const language = session.event.network.workingLanguage;
	return (
		<div className={css.screen}>
			<header className={joinClasses(css.head, isVoting && css.isBrief)}>
				<Heading level={1} looksLike={3} lang={language}>
					{session.title}
				</Heading>
				<LiveIndicator />
			</header>
			<Announcer text={useSessionNews(session, poll, me?.viewerFloorRequest?.id ?? null)} />
			{me?.viewerMayRun && <Link href={`/session/${session.id}/run`}>{t("toFacilitator")}</Link>}
			{me && !me.viewerMayAttend && <p className={css.observing}>{t("observing")}</p>}
			<NowLine agenda={session.agenda} moment={moment} language={language} isBrief={view.first === "poll"} />
			<LeftBallots polls={session.polls.filter(({ id }) => id !== shownPollId)} personId={viewerId} />
			<First view={view} session={session} poll={poll} own={own} viewerId={viewerId} running={running} />
			<ProblemNotice problem={running.problem} />
			{me?.viewerMayAttend && poll?.state === "PREPARED" && poll.proxyCap > 0 && (
				<ProxyCard poll={poll} own={own} viewerId={viewerId} language={language} />
			)}
			<AgendaList agenda={session.agenda} language={language} />
			{isHere && view.first !== "over" && <CheckOut sessionId={session.id} running={running} />}
			{view.asksForFloor && (
				<FloorControl session={session} ownRequestId={me?.viewerFloorRequest?.id ?? null} running={running} />
			)}
		</div>
	);
}

interface FirstProps {
	view: DelegateView;
	session: LiveSession;
	poll: LivePoll | null;
	own: OwnBallot;
	viewerId: string;
	running: Running;
}

function First({ view, session, poll, own, viewerId, running }: FirstProps) {
	const item = currentLine(session.agenda);
	if (view.first === "checkIn")
		return <CheckIn session={session} running={running} isPollOpen={poll?.state === "OPEN"} />;
	if (view.first === "poll" && poll) {
		return (
			<>
				<PollCard
					key={poll.id}
					poll={poll}
					own={own}
					viewerId={viewerId}
					language={session.event.network.workingLanguage}
				/>
				<TabledText key={item?.version?.id} item={item} isFolded />
			</>
		);
	}
	return view.first === "text" ? <TabledText key={item?.version?.id} item={item} /> : null;
}
