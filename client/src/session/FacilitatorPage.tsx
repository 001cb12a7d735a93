import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { Answer, PageTitle } from "../app/index.ts";
import { RequireViewer } from "../people/index.ts";
import { ButtonLink, Loading, Page } from "../ui/index.ts";
import { FacilitatorScreen } from "./facilitator/FacilitatorScreen.tsx";
import { useMayAdvance, useSession, useViewerInSession } from "./live/useSession.ts";
import type { LiveSession } from "./live/views.ts";

/** /session/:id/run — the facilitator's console: what comes next, and is the room with me? */
export default function FacilitatorPage() {
	const { id = "" } = useParams();
	return <RequireViewer>{(viewer) => <Room key={`${viewer.id} ${id}`} id={id} />}</RequireViewer>;
}

/** The words of voting are fetched at arrival, so that nothing is missing when a vote opens. */
function Room({ id }: { id: string }) {
	const { t } = useTranslation(["session", "voting"]);
	const result = useSession(id);
	return (
		<>
			<PageTitle>{result.data?.session?.title ?? t("session")}</PageTitle>
			<Answer result={result} of={(data) => data.session}>
				{(session) => <Door session={session} />}
			</Answer>
		</>
	);
}

function Door({ session }: { session: LiveSession }) {
	const { t } = useTranslation("session");
	const me = useViewerInSession(session.id, "");
	const mayAdvance = useMayAdvance(session);
	if (!me || !mayAdvance)
		return <Page title={session.title}>{<Loading label={t("facilitator.opening")} />}</Page>;
	if (me.viewerMayRun)
		return <FacilitatorScreen session={session} joinCode={me.joinCode} mayAdvance={mayAdvance} />;
	return (
		<Page
			title={session.title}
			lead={t("facilitator.notYours")}
			actions={
				<ButtonLink variant="primary" href={`/session/${session.id}`}>
					{t("facilitator.toDelegate")}
				</ButtonLink>
			}
		/>
	);
}
