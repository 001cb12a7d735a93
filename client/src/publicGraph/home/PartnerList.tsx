import { useTranslation } from "react-i18next";
import { useFormats } from "../../app/index.ts";
import { Badge, CityMark, EmptyState, Link } from "../../ui/index.ts";
import type { NetworkHomeQuery } from "../gql/graphql.ts";
import { useNetworkLink } from "../network/useNetworkLink.ts";
import css from "./Home.module.css";

type HomePartner = NonNullable<NetworkHomeQuery["network"]>["partners"]["edges"][number]["node"];

/** The network's cities in words: all that the map shows, and more. */
export function PartnerList({ partners }: { partners: readonly HomePartner[] }) {
	const { t } = useTranslation("publicGraph");
	if (partners.length === 0) return <EmptyState says={t("home.noPartners")} />;
	return (
		<ul className={css.partners}>
			{partners.map((partner) => (
				<PartnerRow key={partner.id} partner={partner} />
			))}
		</ul>
	);
}

function PartnerRow({ partner }: { partner: HomePartner }) {
	const { t } = useTranslation("publicGraph");
	const formats = useFormats();
	const link = useNetworkLink();
	return (
		<li className={css.partner}>
			<CityMark code={partner.code} size={24} />
			<div>
				<Link look="plain" className={css.partnerCity} href={link(`/partners/${partner.code}`)}>
					{partner.city}
				</Link>
				<p className={css.partnerFacts}>
					{formats.country(partner.country)}
					{partner.panel.size > 0 && ` · ${t("home.panelOf", { count: partner.panel.size })}`}
				</p>
			</div>
			{partner.role === "LEAD" && <Badge tone="accent">{t("partner.role.LEAD")}</Badge>}
		</li>
	);
}
