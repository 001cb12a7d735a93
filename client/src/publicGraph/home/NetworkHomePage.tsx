import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { Answer, PageTitle } from "../../app/index.ts";
import { EmptyState, Link, Loading, Page, Section } from "../../ui/index.ts";
import { NetworkHomeDocument, type NetworkHomeQuery } from "../gql/graphql.ts";
import { nodesOf } from "../network/nodesOf.ts";
import { useNetworkLink } from "../network/useNetworkLink.ts";
import { useNetworkQuery } from "../network/useNetworkQuery.ts";
import { useWorkingLanguage, Written } from "../network/WorkingLanguage.tsx";
import { EventLine } from "../programme/EventLine.tsx";
import { RecommendationList } from "../recommendation/RecommendationList.tsx";
import css from "./Home.module.css";
import { NetworkFacts } from "./NetworkFacts.tsx";
import { PartnerList } from "./PartnerList.tsx";
import { RunningPolls } from "./RunningPolls.tsx";
import { ThemeList } from "./ThemeList.tsx";

const NetworkMap = lazy(() => import("./NetworkMap.tsx"));

/** How often the home asks whether a public poll has opened; its figures then come live. */
const LOOK_FOR_POLLS_MS = 30_000;

type HomeNetwork = NonNullable<NetworkHomeQuery["network"]>;

/** Who are they and what have they agreed? */
export default function NetworkHomePage() {
	const result = useNetworkQuery(NetworkHomeDocument, ({ code }) => ({ code }), {
		pollInterval: LOOK_FOR_POLLS_MS,
	});
	return (
		<Answer result={result} of={(data) => data.network} missing={<NoNetwork />}>
			{(network: HomeNetwork) => (
				<>
					<PageTitle>{network.code}</PageTitle>
					<HomeOf network={network} onStep={() => void result.refetch().catch(() => {})} />
				</>
			)}
		</Answer>
	);
}

function NoNetwork() {
	const { t } = useTranslation("publicGraph");
	return (
		<Page title={t("home.noNetworkTitle")}>
			<EmptyState says={t("home.noNetwork")} />
		</Page>
	);
}

function HomeOf({ network, onStep }: { network: HomeNetwork; onStep(): void }) {
	const { t } = useTranslation(["publicGraph", "app"]);
	const link = useNetworkLink();
	const language = useWorkingLanguage();
	const [title, subtitle] = titleParts(network.name);
	const partners = nodesOf(network.partners);
	const recommendations = nodesOf(network.recommendations);
	const tabled = recommendations.filter(({ state }) => state === "TABLED");
	const agreed = recommendations.filter(({ state }) => state !== "TABLED");
	return (
		<Page
			title={title}
			titleLang={language}
			kicker={network.programme && <Written>{network.programme}</Written>}
			lead={subtitle && <Written>{subtitle}</Written>}
		>
			<RunningPolls polls={network.currentPolls} onStep={onStep} />
			<Section title={t("home.partners", { count: network.partners.totalCount })}>
				<div className={css.mapAndList}>
					<Suspense fallback={<Loading label={t("app:answer.loading")} lines={5} />}>
						<NetworkMap partners={partners} />
					</Suspense>
					<PartnerList partners={partners} />
				</div>
			</Section>
			<Section
				title={t("home.programme")}
				aside={<Link href={link("/programme")}>{t("home.wholeProgramme")}</Link>}
			>
				<EventLine activities={nodesOf(network.activities)} />
			</Section>
			<Section title={t("home.recommendations")}>
				<RecommendationList recommendations={agreed} empty={t("home.noRecommendations")} />
			</Section>
			{tabled.length > 0 && (
				<Section title={t("home.tabled")}>
					<RecommendationList recommendations={tabled} empty="" />
				</Section>
			)}
			<Section title={t("home.themes")}>
				<ThemeList themes={nodesOf(network.themes)} />
			</Section>
			<NetworkFacts network={network} />
		</Page>
	);
}

/** A long name "Title – what it is about" as title and subtitle; else the whole name. */
function titleParts(name: string): [string, string | undefined] {
	const [title = name, ...rest] = name.split(" – ");
	const subtitle = rest.join(" – ");
	return [title, subtitle ? subtitle.charAt(0).toUpperCase() + subtitle.slice(1) : undefined];
}
