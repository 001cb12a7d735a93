import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { Answer, PageTitle } from "../app/index.ts";
import { RequireViewer } from "../people/index.ts";
import { DelegateScreen } from "./delegate/DelegateScreen.tsx";
import { useSession } from "./live/useSession.ts";

/** /session/:id — the delegate's screen: what is now, and what can I do? */
export default function DelegatePage() {
	const { id = "" } = useParams();
	return (
		<RequireViewer>
			{(viewer) => <Room key={`${viewer.id} ${id}`} id={id} viewerId={viewer.id} />}
		</RequireViewer>
	);
}

/** The words of voting are fetched at arrival, so that nothing is missing when a vote opens. */
function Room({ id, viewerId }: { id: string; viewerId: string }) {
	const { t } = useTranslation(["session", "voting"]);
	const result = useSession(id);
	return (
		<>
			<PageTitle>{result.data?.session?.title ?? t("session")}</PageTitle>
			<Answer result={result} of={(data) => data.session}>
				{(session) => <DelegateScreen session={session} viewerId={viewerId} />}
			</Answer>
		</>
	);
}
