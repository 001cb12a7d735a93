import { useTranslation } from "react-i18next";
import { Loading, Page } from "../../ui/index.ts";

/** Shown while the first page's code is on its way. */
export function Opening() {
	const { t } = useTranslation("app");
	return (
		<main id="main">
			<Page title="Crossroads">
				<Loading label={t("answer.loading")} />
			</Page>
		</main>
	);
}
