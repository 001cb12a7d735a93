import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Badge, Button, CityMark, EmptyState, Link } from "../../ui/index.ts";
import type { FindingBriefFragment } from "../gql/graphql.ts";
import { useNetworkLink } from "../network/useNetworkLink.ts";
import { useWorkingLanguage, Written } from "../network/WorkingLanguage.tsx";
import css from "./Theme.module.css";

/** So many stand at once; a list that is hardly longer is shown whole. */
const AT_FIRST = 4;
const HARDLY_LONGER = 6;

/** Findings as they were written down, each with its city and the initiative that it was made at. A long list begins with a few. */
export function FindingList({
	findings,
	empty,
}: {
	findings: readonly FindingBriefFragment[];
	empty: string;
}) {
	const { t } = useTranslation("publicGraph");
	const [isWhole, setIsWhole] = useState(findings.length <= HARDLY_LONGER);
	if (findings.length === 0) return <EmptyState says={empty} />;
	return (
		<div className={css.findings}>
			<ul className={css.findings}>
				{(isWhole ? findings : findings.slice(0, AT_FIRST)).map((finding) => (
					<FindingRow key={finding.id} finding={finding} />
				))}
			</ul>
			{!isWhole && (
				<div>
					<Button onPress={() => setIsWhole(true)}>
						{t("theme.allFindings", { count: findings.length })}
					</Button>
				</div>
			)}
		</div>
	);
}

function FindingRow({ finding }: { finding: FindingBriefFragment }) {
	const { t } = useTranslation("app");
	const link = useNetworkLink();
	const language = useWorkingLanguage();
	const { text, partner, initiative, isDemonstration } = finding;
	return (
		<li className={css.finding}>
			<p className={css.findingText} lang={language}>
				{text}
			</p>
			<p className={css.facts}>
				{partner && (
					<span>
						<CityMark code={partner.code} size={16} /> {partner.city}
					</span>
				)}
				{initiative && (
					<Link href={link(`/initiatives/${initiative.id}`)}>
						<Written>{initiative.title}</Written>
					</Link>
				)}
				{isDemonstration && <Badge>{t("demonstration")}</Badge>}
			</p>
		</li>
	);
}
