import { useTranslation } from "react-i18next";
import { EmptyState, Link } from "../../ui/index.ts";
import type { ThemeBriefFragment } from "../gql/graphql.ts";
import { useNetworkLink } from "../network/useNetworkLink.ts";
import { Written } from "../network/WorkingLanguage.tsx";
import css from "./Home.module.css";

/** The network's questions, in their order. */
export function ThemeList({ themes }: { themes: readonly ThemeBriefFragment[] }) {
	const { t } = useTranslation("publicGraph");
	const link = useNetworkLink();
	if (themes.length === 0) return <EmptyState says={t("home.noThemes")} />;
	return (
		<ol className={css.themes}>
			{themes.map((theme) => (
				<li key={theme.id} className={css.theme}>
					<span className={css.themeNumber} aria-hidden="true">
						{theme.order}
					</span>
					<Link look="plain" className={css.themeTitle} href={link(`/themes/${theme.code}`)}>
						<Written>{theme.title}</Written>
					</Link>
				</li>
			))}
		</ol>
	);
}
