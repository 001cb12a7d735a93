import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { Answer, PageTitle, useFormats } from "../../app/index.ts";
import { CityMark, Page, Section } from "../../ui/index.ts";
import { PartnerPageDocument } from "../gql/graphql.ts";
import { nodesOf } from "../network/nodesOf.ts";
import { useNetworkQuery } from "../network/useNetworkQuery.ts";
import { InitiativeList } from "../theme/InitiativeList.tsx";
import { PanelBalance } from "./PanelBalance.tsx";
import { PanelHistory } from "./PanelHistory.tsx";
import css from "./Partner.module.css";
import { PartnerEvents } from "./PartnerEvents.tsx";
import type { NetworkActivity, PublicPartner } from "./publicPartner.ts";

/** What does this city do? */
export default function PartnerPage() {
	const { code = "" } = useParams();
	const result = useNetworkQuery(PartnerPageDocument, (network) => ({ network: network.code, code }));
	return (
		<Answer
			result={result}
			of={({ network: found }) => found?.partner && { ...found, partner: found.partner }}
		>
			{(found) => <PartnerSheet partner={found.partner} activities={nodesOf(found.activities)} />}
		</Answer>
	);
}

interface PartnerSheetProps {
	partner: PublicPartner;
	activities: readonly NetworkActivity[];
}

function PartnerSheet({ partner, activities }: PartnerSheetProps) {
	const { t } = useTranslation("publicGraph");
	return (
		<Page title={<CityTitle partner={partner} />} kicker={<Kicker partner={partner} />} lead={partner.name}>
			<PageTitle>{partner.city}</PageTitle>
			<Section title={t("partner.panel")}>
				<PanelBalance panel={partner.panel} />
				<PanelHistory history={partner.panel.history} />
			</Section>
			<Section title={t("partner.initiatives")}>
				<InitiativeList
					initiatives={nodesOf(partner.initiatives)}
					empty={t("partner.noInitiatives", { city: partner.city })}
					isPartnerShown={false}
				/>
			</Section>
			<Section title={t("partner.events")}>
				<PartnerEvents partner={partner} activities={activities} />
			</Section>
		</Page>
	);
}

function CityTitle({ partner }: { partner: PublicPartner }) {
	return (
		<span className={css.cityTitle}>
			<CityMark code={partner.code} size={44} />
			{partner.city}
		</span>
	);
}

function Kicker({ partner }: { partner: PublicPartner }) {
	const { t } = useTranslation("publicGraph");
	const formats = useFormats();
	const languages = formats.list(partner.languages.map((language) => formats.language(language)));
	return (
		<>
			<span>{[partner.region, formats.country(partner.country)].filter(Boolean).join(", ")}</span>
			<span>{t(`partner.roleLong.${partner.role}`)}</span>
			<span>{languages}</span>
		</>
	);
}
