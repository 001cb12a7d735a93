import { useTranslation } from "react-i18next";
import { useFormats } from "../../app/index.ts";
import type { DraftedRecommendationFragment } from "../../gql/graphql.ts";
import { EmptyState, Prose, Section } from "../../ui/index.ts";
import css from "../Draft.module.css";

/** The frozen texts, newest first; each opens in its place. */
export function Versions({ versions }: { versions: DraftedRecommendationFragment["versions"] }) {
	const { t } = useTranslation("drafting");
	const formats = useFormats();
	return (
		<Section title={t("versions.title")} isRuled>
			{versions.length === 0 && <EmptyState says={t("versions.none")} />}
			{versions.map(({ id, number, frozenAt, contentHash, text, language }) => (
				<details key={id} className={css.version}>
					<summary>
						{t("versions.one", { number: formats.number(number), time: formats.dateTime(frozenAt) })}
					</summary>
					<p className={css.hash}>
						{t("versions.hash")} <code>{contentHash}</code>
					</p>
					<Prose lang={language} className={css.versionText}>
						{text}
					</Prose>
				</details>
			))}
		</Section>
	);
}
