import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { Answer, PageTitle, useFormats } from "../../app/index.ts";
import { Page, Section } from "../../ui/index.ts";
import { ThemePageDocument, type ThemePageQuery } from "../gql/graphql.ts";
import { nodesOf } from "../network/nodesOf.ts";
import { useNetworkQuery } from "../network/useNetworkQuery.ts";
import { useWorkingLanguage } from "../network/WorkingLanguage.tsx";
import { Timeline } from "../programme/Timeline.tsx";
import { RecommendationList } from "../recommendation/RecommendationList.tsx";
import { FindingList } from "./FindingList.tsx";
import { InitiativeList } from "./InitiativeList.tsx";
import css from "./Theme.module.css";

type Theme = NonNullable<NonNullable<ThemePageQuery["network"]>["theme"]>;

/** What was learned about this? */
export default function ThemePage() {
	const { code = "" } = useParams();
	const result = useNetworkQuery(ThemePageDocument, (network) => ({ network: network.code, code }));
	return (
		<Answer result={result} of={(data) => data.network?.theme}>
			{(theme: Theme) => <ThemeSheet theme={theme} />}
		</Answer>
	);
}

function ThemeSheet({ theme }: { theme: Theme }) {
	const { t } = useTranslation("publicGraph");
	const formats = useFormats();
	return (
		<Page
			title={theme.title}
			titleLang={useWorkingLanguage()}
			kicker={t("theme.kicker", { number: formats.number(theme.order) })}
		>
			<PageTitle>{theme.title}</PageTitle>
			<Section title={t("theme.recommendations")}>
				<RecommendationList
					recommendations={nodesOf(theme.recommendations)}
					empty={t("theme.noRecommendations")}
					isThemeShown={false}
				/>
			</Section>
			<div className={css.sideBySide}>
				<Section title={t("theme.findings")}>
					<FindingList findings={nodesOf(theme.findings)} empty={t("theme.noFindings")} />
				</Section>
				<Section title={t("theme.initiatives")}>
					<InitiativeList
						initiatives={nodesOf(theme.initiatives)}
						empty={t("theme.noInitiatives")}
						isThemeShown={false}
					/>
				</Section>
			</div>
			<Section title={t("theme.programme")}>
				<Timeline activities={theme.activities} empty={t("theme.noActivities")} isThemeShown={false} />
			</Section>
		</Page>
	);
}
