import { useTranslation } from "react-i18next";
import { useFormats } from "../../app/index.ts";
import { Notice, Prose } from "../../ui/index.ts";
import { AllowedHtml } from "./AllowedHtml.tsx";
import type { PublicRecommendation } from "./recommendationOf.ts";

/** The decided text, in the language it was decided in; says so when that is not the reader's. */
export function RecommendationText({ version }: { version: PublicRecommendation["version"] }) {
	const { t, i18n } = useTranslation("publicGraph");
	const formats = useFormats();
	const isForeign = i18n.resolvedLanguage !== version.language;
	return (
		<div>
			{isForeign && (
				<Notice>{t("recommendation.notTranslated", { language: formats.language(version.language) })}</Notice>
			)}
			<Prose lang={version.language}>
				<AllowedHtml html={version.html} />
			</Prose>
		</div>
	);
}
