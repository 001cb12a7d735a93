import { useTranslation } from "react-i18next";
import type { DraftOnScreenQuery } from "../../gql/graphql.ts";
import { useWorkingLanguage } from "../../publicGraph/index.ts";
import { CityMark, EmptyState, Section } from "../../ui/index.ts";
import css from "../Draft.module.css";

type Drafted = NonNullable<DraftOnScreenQuery["draft"]>["recommendation"];

/** The initiatives and findings that the text rests on, beside it. */
export function RestsOn({ recommendation }: { recommendation: Drafted }) {
	const { t } = useTranslation("drafting");
	const language = useWorkingLanguage();
	const { initiatives, findings } = recommendation;
	const isEmpty = initiatives.length + findings.length === 0;
	return (
		<Section title={t("basis.title")} isRuled>
			{isEmpty && <EmptyState says={t("basis.none")} />}
			<ul className={css.basis}>
				{initiatives.map(({ id, title, summary, partner }) => (
					<li key={id}>
						<City partner={partner} />
						<p className={css.basisTitle} lang={language}>
							{title}
						</p>
						{summary && (
							<p className={css.basisText} lang={language}>
								{summary}
							</p>
						)}
					</li>
				))}
				{findings.map(({ id, text, partner }) => (
					<li key={id}>
						{partner && <City partner={partner} />}
						<p className={css.basisText} lang={language}>
							{text}
						</p>
					</li>
				))}
			</ul>
		</Section>
	);
}

function City({ partner }: { partner: { code: string; city: string } }) {
	return (
		<p className={css.city}>
			<CityMark code={partner.code} size={16} />
			{partner.city}
		</p>
	);
}
