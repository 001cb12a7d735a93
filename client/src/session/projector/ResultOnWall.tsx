import { useTranslation } from "react-i18next";
import { joinClasses } from "../../ui/index.ts";
import {
	CountPicture,
	isAmongOptions,
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

/** The decision with its reasons: each rule met or not; where each city stood, or what each option came to. */
export function ResultOnWall({ poll, tally }: Props) {
	const { result } = poll;
	if (!result) return <h1 className={css.large}>{poll.question}</h1>;
	const isChoice = isAmongOptions(poll);
	const hasCities = !isChoice && tally !== null && poll.secrecy === "NAMED";
	return (
		<div className={joinClasses((isChoice || hasCities) && css.split)}>
			<div className={css.poll}>
				<p className={joinClasses(css.resultQuestion, textSize(poll.question) === "small" && css.isLong)}>
					{poll.question}
				</p>
				<Verdict poll={poll} result={result} />
				<RuleResults rules={result.rules} className={css.rules} />
				<SecrecyBanner poll={poll} isShort className={css.secrecy} />
				{!isChoice && <CountPicture poll={poll} count={result.count} isBrief className={css.picture} />}
			</div>
			{isChoice && <CountPicture poll={poll} count={result.count} isBrief className={css.picture} />}
			{hasCities && <TallyByCity poll={poll} tally={tally} showsStand className={css.cities} />}
		</div>
	);
}

const VERDICT = { large: undefined, medium: css.isMedium, small: css.isSmall };

function Verdict({ poll, result }: { poll: Props["poll"]; result: NonNullable<Props["poll"]["result"]> }) {
	const { t } = useTranslation("voting");
	const verdict = verdictInWords(t, poll, result);
	const look = result.isAdopted ? css.adopted : css.rejected;
	return (
		<h1 className={joinClasses(css.verdict, VERDICT[textSize(verdict)], look)}>
			<MetMark isMet={result.isAdopted} />
			<span className={css.verdictWords}>{verdict}</span>
		</h1>
	);
}
