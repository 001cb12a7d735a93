import { useTranslation } from "react-i18next";
import { joinClasses } from "../../ui/index.ts";
import {
	ChoiceRows,
	type LiveTally,
	MetMark,
	RuleResults,
	SecrecyBanner,
	TallyByCity,
	verdictInWords,
} from "../../voting/index.ts";
import type { LiveScreen } from "../live/views.ts";
import { textSize } from "./screenView.ts";
import css from "./Wall.module.css";

interface Props {
	poll: NonNullable<LiveScreen["poll"]>;
	tally: LiveTally | null;
}

/** The decision with its reasons: each rule met or not, and where each city stood. */
export function ResultOnWall({ poll, tally }: Props) {
	const { t } = useTranslation("voting");
	const { result } = poll;
	if (!result) return <h1 className={css.large}>{poll.question}</h1>;
	const showsCount = tally !== null && poll.secrecy === "NAMED";
	return (
		<div className={joinClasses(showsCount && css.split)}>
			<div className={css.poll}>
				<p className={joinClasses(css.resultQuestion, textSize(poll.question) === "small" && css.isLong)}>
					{poll.question}
				</p>
				<h1 className={joinClasses(css.verdict, result.isAdopted ? css.adopted : css.rejected)}>
					<MetMark isMet={result.isAdopted} />
					{verdictInWords(t, poll, result)}
				</h1>
				<RuleResults rules={result.rules} className={css.rules} />
				<SecrecyBanner poll={poll} isShort className={css.secrecy} />
				{showsCount && <ChoiceRows poll={poll} tally={tally} className={css.choices} />}
			</div>
			{showsCount && <TallyByCity poll={poll} tally={tally} showsStand className={css.cities} />}
		</div>
	);
}
