import { useTranslation } from "react-i18next";
import { useFormats } from "../../app/index.ts";
import { Prose, Section } from "../../ui/index.ts";
import type { NetworkHomeQuery } from "../gql/graphql.ts";
import { useWorkingLanguage } from "../network/WorkingLanguage.tsx";
import css from "./Home.module.css";

/** What the network is for, for whom, since when and under which programme. */
export function NetworkFacts({ network }: { network: NonNullable<NetworkHomeQuery["network"]> }) {
	const { t } = useTranslation("publicGraph");
	const formats = useFormats();
	const facts = [
		[t("home.facts.runs"), formats.dateRange(network.startsOn, network.endsOn)],
		[t("home.facts.programme"), network.programme],
		[t("home.facts.project"), network.projectNumber],
		[t("home.facts.handbook"), network.handbookTitle],
	].filter((fact): fact is [string, string] => fact[1] !== null);
	return (
		<Section title={t("home.about")}>
			<div className={css.about}>
				<Prose lang={useWorkingLanguage()}>
					{network.targetPublic && <p>{network.targetPublic}</p>}
					<ul>
						{network.aims.map((aim) => (
							<li key={aim}>{aim}</li>
						))}
					</ul>
				</Prose>
				<dl className={css.facts}>
					{facts.map(([label, value]) => (
						<div key={label}>
							<dt>{label}</dt>
							<dd>{value}</dd>
						</div>
					))}
				</dl>
			</div>
		</Section>
	);
}
