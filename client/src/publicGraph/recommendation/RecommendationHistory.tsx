import { useTranslation } from "react-i18next";
import { useFormats } from "../../app/index.ts";
import { EmptyState } from "../../ui/index.ts";
import css from "./Recommendation.module.css";
import type { PublicRecommendation } from "./recommendationOf.ts";
import { StateBadge } from "./StateBadge.tsx";

/** Every step since the text was tabled, the newest first, with the version that it concerned. */
export function RecommendationHistory({ recommendation }: { recommendation: PublicRecommendation }) {
	const { t } = useTranslation("publicGraph");
	const formats = useFormats();
	const { history, versions, poll } = recommendation;
	if (history.length === 0) return <EmptyState says={t("recommendation.noHistory")} />;
	return (
		<ol className={css.history}>
			{history.toReversed().map(({ to, at, versionNumber }) => (
				<li key={`${to}-${at}`} className={css.historyRow}>
					<time dateTime={at} className={css.historyTime}>
						{formats.dateTime(at, poll?.event?.timeZone)}
					</time>
					<span>
						<StateBadge state={to} />{" "}
						{versionNumber !== null && t("recommendation.version", { number: formats.number(versionNumber) })}{" "}
						<code className={css.hash}>{hashOf(versions, versionNumber)}</code>
					</span>
				</li>
			))}
		</ol>
	);
}

function hashOf(versions: PublicRecommendation["versions"], number: number | null): string {
	return versions.find((version) => version.number === number)?.contentHash.slice(0, 12) ?? "";
}
