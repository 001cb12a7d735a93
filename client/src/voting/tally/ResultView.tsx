import { useTranslation } from "react-i18next";
import { Heading } from "../../ui/index.ts";
import { MetMark, RuleResults } from "../rule/RuleResults.tsx";
import type { LivePoll, LiveTally } from "../views.ts";
import css from "./ResultView.module.css";
import { TallyByCity } from "./TallyByCity.tsx";
import { TallyTotal } from "./TallyTotal.tsx";

export interface ResultViewProps {
	result: NonNullable<LivePoll["result"]>;
	tally: LiveTally;
	headingLevel: 2 | 3;
}

/** The decision with its reasons: adopted or not, the count, each rule with its figures, the cities. */
export function ResultView({ result, tally, headingLevel }: ResultViewProps) {
	const { t } = useTranslation("voting");
	return (
		<div className={css.result}>
			<Heading level={headingLevel} looksLike={2} className={result.isAdopted ? css.adopted : css.rejected}>
				<span className={css.verdict}>
					<MetMark isMet={result.isAdopted} />
					{t(result.isAdopted ? "result.adopted" : "result.rejected")}
				</span>
			</Heading>
			<TallyTotal tally={tally} />
			<RuleResults rules={result.rules} />
			<details className={css.cities}>
				<summary>{t("tally.byCity")}</summary>
				<TallyByCity tally={tally} showsStand />
			</details>
		</div>
	);
}
