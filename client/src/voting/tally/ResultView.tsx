import { useTranslation } from "react-i18next";
import { Disclosure, Heading } from "../../ui/index.ts";
import { CountDetails } from "../count/CountDetails.tsx";
import { CountPicture } from "../count/CountPicture.tsx";
import { MetMark, RuleResults } from "../rule/RuleResults.tsx";
import type { AskedPoll, LivePoll, LiveTally } from "../views.ts";
import css from "./ResultView.module.css";
import { TallyByCity } from "./TallyByCity.tsx";
import { TallyTotal } from "./TallyTotal.tsx";
import { verdictInWords } from "./verdictInWords.ts";

export interface ResultViewProps {
	poll: AskedPoll;
	result: NonNullable<LivePoll["result"]>;
	tally: LiveTally;
	headingLevel: 2 | 3;
}

/** The decision with its reasons: adopted or not, the count, each rule with its figures, the cities. */
export function ResultView({ poll, result, tally, headingLevel }: ResultViewProps) {
	const { t } = useTranslation("voting");
	return (
		<div className={css.result}>
			<Heading level={headingLevel} looksLike={2} className={result.isAdopted ? css.adopted : css.rejected}>
				<span className={css.verdict}>
					<MetMark isMet={result.isAdopted} />
					{verdictInWords(t, poll, result)}
				</span>
			</Heading>
			{poll.method === "YES_NO_ABSTAIN" ? (
				<TallyTotal poll={poll} tally={tally} />
			) : (
				<CountPicture poll={poll} count={result.count} />
			)}
			<RuleResults rules={result.rules} />
			<CountDetails poll={poll} count={result.count} />
			<Disclosure summary={t("tally.byCity")}>
				<TallyByCity poll={poll} tally={tally} showsStand />
			</Disclosure>
		</div>
	);
}
