import { useTranslation } from "react-i18next";
import { type LivePoll, verdictInWords } from "../../voting/index.ts";
import { currentLine } from "../live/agenda.ts";
import type { LiveSession } from "../live/views.ts";

/** What has just become so, in one sentence: the viewer's turn to speak, the poll's step, or the current item. */
export function useSessionNews(
	session: LiveSession,
	poll: LivePoll | null,
	ownRequestId: string | null,
): string {
	const { t } = useTranslation("session");
	const { t: tVoting } = useTranslation("voting");
	const own = session.floor.find(({ id }) => id === ownRequestId);
	if (own?.calledAt) return t("floor.youHaveIt");
	if (poll?.state === "OPEN") return t("news.pollOpened", { question: poll.question });
	if (poll?.state === "CLOSED") return t("news.pollClosed");
	if (poll?.state === "PUBLISHED" && poll.result)
		return t("news.result", { verdict: verdictInWords(tVoting, poll, poll.result) });
	const item = currentLine(session.agenda);
	return item ? t("news.item", { title: item.title }) : "";
}
