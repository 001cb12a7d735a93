import { useSubscription } from "@apollo/client/react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { Answer, PageTitle } from "../app/index.ts";
import { DraftedRecommendationNewsDocument } from "../gql/graphql.ts";
import { RequireViewer } from "../people/index.ts";
import { keepShell } from "../shell/index.ts";
import { DraftRoom } from "./DraftRoom.tsx";
import { useDraftOnScreen } from "./useDraftOnScreen.ts";

/** /drafts/:id — where is the text, who is here, is it safe? */
export default function DraftPage() {
	const { id = "" } = useParams();
	return (
		<RequireViewer>
			{(viewer) => <Draft key={`${viewer.id} ${id}`} id={id} personId={viewer.id} />}
		</RequireViewer>
	);
}

function Draft({ id, personId }: { id: string; personId: string }) {
	const { t } = useTranslation("drafting");
	const result = useDraftOnScreen(id, personId);
	useEffect(keepShell, []);
	return (
		<>
			<PageTitle>{result.data?.draft?.recommendation.title ?? t("draft")}</PageTitle>
			<Answer result={result} of={(data) => data.draft}>
				{(draft) => (
					<>
						<News recommendationId={draft.recommendation.id} />
						<DraftRoom draft={draft} personId={personId} />
					</>
				)}
			</Answer>
		</>
	);
}

/** Keeps state, versions and the right to write up to date; shows nothing of its own. */
function News({ recommendationId }: { recommendationId: string }) {
	useSubscription(DraftedRecommendationNewsDocument, {
		variables: { id: recommendationId },
		ignoreResults: true,
	});
	return null;
}
