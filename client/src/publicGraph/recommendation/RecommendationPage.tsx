import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { Answer, PageTitle, useFormats } from "../../app/index.ts";
import { Badge, EmptyState, Link, Page, Section } from "../../ui/index.ts";
import { RecommendationPageDocument } from "../gql/graphql.ts";
import { useNetworkLink } from "../network/useNetworkLink.ts";
import { usePublicQuery } from "../network/usePublicQuery.ts";
import { Written } from "../network/WorkingLanguage.tsx";
import { useVerdictInWords } from "../poll/useVerdictInWords.ts";
import { FindingList } from "../theme/FindingList.tsx";
import { InitiativeList } from "../theme/InitiativeList.tsx";
import { HowDecided } from "./HowDecided.tsx";
import { HowToCite } from "./HowToCite.tsx";
import { RecommendationHistory } from "./RecommendationHistory.tsx";
import { RecommendationText } from "./RecommendationText.tsx";
import { type PublicRecommendation, recommendationOf } from "./recommendationOf.ts";
import { StateBadge } from "./StateBadge.tsx";

/** How often the page of a text on the table asks whether its poll has opened; the poll then comes live. */
const LOOK_FOR_POLL_MS = 30_000;

interface Sheet {
	recommendation: PublicRecommendation;
	onStep(): void;
}

/** What do they recommend, and how was it decided? */
export default function RecommendationPage() {
	const { id = "" } = useParams();
	const [mayChange, setMayChange] = useState(false);
	const result = usePublicQuery(
		RecommendationPageDocument,
		{ id },
		{ pollInterval: mayChange ? LOOK_FOR_POLL_MS : 0 },
	);
	const found = result.data && recommendationOf(result.data);
	const awaitsPoll = found?.state === "TABLED" && found.poll?.state !== "OPEN";
	useEffect(() => setMayChange(awaitsPoll), [awaitsPoll]);
	const readAgain = () => void result.refetch().catch(() => {});
	return (
		<Answer result={result} of={recommendationOf}>
			{(recommendation) => <RecommendationSheet recommendation={recommendation} onStep={readAgain} />}
		</Answer>
	);
}

function RecommendationSheet({ recommendation, onStep }: Sheet) {
	const { t } = useTranslation("publicGraph");
	const { version, initiatives, findings } = recommendation;
	const restsOnNothing = initiatives.length + findings.length === 0;
	return (
		<Page
			title={version.title}
			titleLang={version.language}
			kicker={<Kicker recommendation={recommendation} />}
			lead={<Verdict recommendation={recommendation} />}
		>
			<PageTitle>{version.title}</PageTitle>
			<RecommendationText version={version} />
			<Section title={t("recommendation.decided")} isRuled>
				<HowDecided recommendation={recommendation} onStep={onStep} />
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

/** The decision in one sentence, before the text; the whole of it stands below. */
function Verdict({ recommendation: { poll } }: { recommendation: PublicRecommendation }) {
	const inWords = useVerdictInWords();
	if (poll?.state !== "PUBLISHED") return null;
	return <p>{inWords(poll)}</p>;
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
			<Link href={link(`/themes/${theme.code}`)}>
				<Written>{theme.title}</Written>
			</Link>
			{isDemonstration && <Badge>{t("app:demonstration")}</Badge>}
		</>
	);
}
