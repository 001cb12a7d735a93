import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { Answer, PageTitle, useFormats } from "../../app/index.ts";
import { Badge, EmptyState, Link, Page, Section } from "../../ui/index.ts";
import { RecommendationPageDocument } from "../gql/graphql.ts";
import { useNetworkLink } from "../network/useNetworkLink.ts";
import { usePublicQuery } from "../network/usePublicQuery.ts";
import { FindingList } from "../theme/FindingList.tsx";
import { InitiativeList } from "../theme/InitiativeList.tsx";
import { HowDecided } from "./HowDecided.tsx";
import { HowToCite } from "./HowToCite.tsx";
import { RecommendationHistory } from "./RecommendationHistory.tsx";
import { RecommendationText } from "./RecommendationText.tsx";
import { type PublicRecommendation, recommendationOf } from "./recommendationOf.ts";
import { StateBadge } from "./StateBadge.tsx";

/** What do they recommend, and how was it decided? */
export default function RecommendationPage() {
	const { id = "" } = useParams();
	const result = usePublicQuery(RecommendationPageDocument, { id });
	return (
		<Answer result={result} of={recommendationOf}>
			{(recommendation) => <RecommendationSheet recommendation={recommendation} />}
		</Answer>
	);
}

function RecommendationSheet({ recommendation }: { recommendation: PublicRecommendation }) {
	const { t } = useTranslation("publicGraph");
	const { version, initiatives, findings } = recommendation;
	const restsOnNothing = initiatives.length + findings.length === 0;
	return (
		<Page
			title={version.title}
			titleLang={version.language}
			kicker={<Kicker recommendation={recommendation} />}
		>
			<PageTitle>{version.title}</PageTitle>
			<RecommendationText version={version} />
			<Section title={t("recommendation.decided")} isRuled>
				<HowDecided recommendation={recommendation} />
			</Section>
			<Section title={t("recommendation.restsOn")} isRuled>
				{restsOnNothing && <EmptyState says={t("recommendation.restsOnNothing")} />}
				{initiatives.length > 0 && <InitiativeList initiatives={initiatives} empty="" isThemeShown={false} />}
				{findings.length > 0 && <FindingList findings={findings} empty="" />}
			</Section>
			<Section title={t("recommendation.history")} isRuled>
				<RecommendationHistory recommendation={recommendation} />
			</Section>
			<HowToCite recommendation={recommendation} />
		</Page>
	);
}

function Kicker({ recommendation }: { recommendation: PublicRecommendation }) {
	const { t } = useTranslation(["publicGraph", "app"]);
	const formats = useFormats();
	const link = useNetworkLink();
	const { number, theme, state, isDemonstration } = recommendation;
	return (
		<>
			<span>{t("recommendation.kicker", { number: formats.number(number) })}</span>
			<StateBadge state={state} />
			<Link href={link(`/themes/${theme.code}`)}>{theme.title}</Link>
			{isDemonstration && <Badge>{t("app:demonstration")}</Badge>}
		</>
	);
}
