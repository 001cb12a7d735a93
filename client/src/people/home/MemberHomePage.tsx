import { useQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { memberClient } from "../../apollo/index.ts";
import { Answer, PageTitle } from "../../app/index.ts";
import { MemberHomeDocument } from "../../gql/graphql.ts";
import { EmptyState, Page, Section } from "../../ui/index.ts";
import css from "../People.module.css";
import { RequireViewer } from "../RequireViewer.tsx";
import { HomeRecommendationRow } from "./HomeRecommendationRow.tsx";
import { HomeSessionRow } from "./HomeSessionRow.tsx";

/** Where can I go now: my sessions first, then the texts that I can write or read. */
export default function MemberHomePage() {
	return (
		<RequireViewer>
			<MemberHome />
		</RequireViewer>
	);
}

function MemberHome() {
	const { t } = useTranslation("people");
	const result = useQuery(MemberHomeDocument, { client: memberClient });
	return (
		<Answer result={result} of={(data) => data.viewer}>
			{({ name, sessions, recommendations }) => (
				<Page title={t("home.title", { name })}>
					<PageTitle>{t("home.tab")}</PageTitle>
					<Section title={t("home.sessions")}>
						{sessions.length === 0 && <EmptyState says={t("home.noSessions")} />}
						<ul className={css.rows}>
							{sessions.map((session) => (
								<HomeSessionRow key={session.id} session={session} />
							))}
						</ul>
					</Section>
					<Section title={t("home.recommendations")}>
						{recommendations.length === 0 && <EmptyState says={t("home.noRecommendations")} />}
						<ul className={css.rows}>
							{recommendations.map((recommendation) => (
								<HomeRecommendationRow key={recommendation.id} recommendation={recommendation} />
							))}
						</ul>
					</Section>
				</Page>
			)}
		</Answer>
	);
}
