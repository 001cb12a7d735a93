import { useTranslation } from "react-i18next";
import { useFormats } from "../../app/index.ts";
import { Button, Section, useNews } from "../../ui/index.ts";
import { useNetworkInView } from "../network/useNetworkInView.ts";
import css from "./Recommendation.module.css";
import type { PublicRecommendation } from "./recommendationOf.ts";

/** A line for a footnote: who, what, which version with its hash, where. Can be copied. */
export function HowToCite({ recommendation }: { recommendation: PublicRecommendation }) {
	const { t } = useTranslation("publicGraph");
	const say = useNews();
	const citation = useCitation(recommendation);
	const copy = () =>
		navigator.clipboard.writeText(citation).then(
			() => say(t("recommendation.copied")),
			() => say(t("recommendation.notCopied")),
		);
	return (
		<Section title={t("recommendation.cite")} isRuled>
			<p className={css.citation}>{citation}</p>
			<div>
				<Button onPress={() => void copy()}>{t("recommendation.copy")}</Button>
			</div>
		</Section>
	);
}

function useCitation({ number, version, history }: PublicRecommendation): string {
	const { t } = useTranslation(["publicGraph", "app"]);
	const formats = useFormats();
	const network = useNetworkInView();
	const latest = history.at(-1);
	return t("recommendation.citation", {
		network: network?.code ?? "Crossroads",
		number: formats.number(number),
		title: version.title,
		version: formats.number(version.number),
		state: latest ? t(`app:recommendationState.${latest.to}`).toLowerCase() : "",
		date: formats.date(latest?.at ?? version.frozenAt),
		hash: version.contentHash.slice(0, 16),
		address: window.location.origin + window.location.pathname,
		interpolation: { escapeValue: false },
	});
}
