import { useTranslation } from "react-i18next";
import { LiveIndicator } from "../../app/index.ts";
import { ButtonLink, Heading } from "../../ui/index.ts";
import { usePoll } from "../../voting/index.ts";
import { Announcer } from "../live/Announcer.tsx";
import { currentLine } from "../live/agenda.ts";
import { spaced } from "../live/spaced.ts";
import { useRun } from "../live/useRun.ts";
import { usePresence, useReadSession } from "../live/useSession.ts";
import type { LiveSession } from "../live/views.ts";
import { AgendaEditor } from "./agenda/AgendaEditor.tsx";
import css from "./Facilitator.module.css";
import { FloorQueue } from "./FloorQueue.tsx";
import { NowPanel } from "./now/NowPanel.tsx";
import { type MayAdvance, nextAction, pollOf } from "./now/nextAction.ts";
import { PresenceBoard } from "./PresenceBoard.tsx";

interface Props {
	session: LiveSession;
	joinCode: string | null;
	mayAdvance: MayAdvance;
}

/** What comes next on the left, the room on the right, the agenda below. */
export function FacilitatorScreen({ session, joinCode, mayAdvance }: Props) {
	const running = useRun(useReadSession(session.id));
	const action = nextAction(session, mayAdvance);
	const item = currentLine(session.agenda);
	const shownPoll = "poll" in action ? action.poll : item && pollOf(item, session.polls);
	const poll = usePoll(shownPoll?.id ?? null);
	const presence = usePresence(session.id).data?.session?.presence ?? null;
	return (
		<div className={css.screen}>
			<Head session={session} joinCode={joinCode} />
			<Announcer text={useFacilitatorNews(poll?.state)} />
			<NowPanel session={session} action={action} poll={poll} presence={presence} running={running} />
			<div className={css.room}>
				<PresenceBoard presence={presence} quorum={poll?.rule.quorum ?? null} />
				<FloorQueue session={session} />
			</div>
			<AgendaEditor session={session} />
		</div>
	);
}

function Head({ session, joinCode }: { session: LiveSession; joinCode: string | null }) {
	const { t } = useTranslation("session");
	const language = session.event.network.workingLanguage;
	return (
		<header className={css.head}>
			<div>
				<p className={css.kicker} lang={language}>
					{session.event.title}
				</p>
				<Heading level={1} looksLike={2} lang={language}>
					{session.title}
				</Heading>
			</div>
			<div className={css.tools}>
				<LiveIndicator />
				{joinCode && (
					<span>
						{t("joinCode")} <strong className={css.code}>{spaced(joinCode)}</strong>
					</span>
				)}
				<ButtonLink href={`/session/${session.id}/badges`}>{t("badges.title")}</ButtonLink>
				<ButtonLink href={`/session/${session.id}`}>{t("facilitator.delegateView")}</ButtonLink>
				<ButtonLink href={`/screen/${session.id}`}>{t("facilitator.projector")}</ButtonLink>
			</div>
		</header>
	);
}

function useFacilitatorNews(state: string | undefined): string {
	const { t } = useTranslation("session");
	return state ? t(`poll.state.${state}`) : "";
}
