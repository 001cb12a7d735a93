import { useTranslation } from "react-i18next";
import { Badge, CityMark, EmptyState, Link } from "../../ui/index.ts";
import type { FindingBriefFragment } from "../gql/graphql.ts";
import { useNetworkLink } from "../network/useNetworkLink.ts";
import css from "./Theme.module.css";

/** Findings as they were written down, each with its city and the initiative that it was made at. */
export function FindingList({
	findings,
	empty,
}: {
	findings: readonly FindingBriefFragment[];
	empty: string;
}) {
	const { t } = useTranslation("app");
	const link = useNetworkLink();
	if (findings.length === 0) return <EmptyState says={empty} />;
	return (
		<ul className={css.findings}>
			{findings.map(({ id, text, partner, initiative, isDemonstration }) => (
				<li key={id} className={css.finding}>
					<p className={css.findingText} lang="en">
						{text}
					</p>
					<p className={css.facts}>
						{partner && (
							<span>
								<CityMark code={partner.code} size={16} /> {partner.city}
							</span>
						)}
						{initiative && <Link href={link(`/initiatives/${initiative.id}`)}>{initiative.title}</Link>}
						{isDemonstration && <Badge>{t("demonstration")}</Badge>}
					</p>
				</li>
			))}
		</ul>
	);
}
