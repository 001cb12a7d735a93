import { useTranslation } from "react-i18next";
import { joinClasses } from "../../ui/index.ts";
import {
	ChoiceRows,
	hasLiveFigures,
	type LiveTally,
	methodAndRuleInWords,
	SecrecyBanner,
	TallyByCity,
} from "../../voting/index.ts";
import type { LiveScreen } from "../live/views.ts";
import { textSize } from "./screenView.ts";
import css from "./Wall.module.css";

const QUESTION = { large: css.questionLarge, medium: css.questionMedium, small: css.questionSmall };

interface Props {
	poll: NonNullable<LiveScreen["poll"]>;
	tally: LiveTally | null;
}

/** A secret poll's trustees open its box after closing; until then nobody has a result. */
function headOf({ state, box }: Props["poll"]) {
	if (state === "OPEN") return "wall.voteNow";
	return box && !box.isOpened ? "wall.boxToOpen" : "wall.voteClosed";
}

/** A vote while it runs, and after it until the result is published: the question, the turnout, and the count of a named poll where single figures mean something before the end. */
export function PollOnWall({ poll, tally }: Props) {
	const { t } = useTranslation("session");
	const { t: tVoting } = useTranslation("voting");
	const showsCount = tally !== null && poll.secrecy === "NAMED";
	return (
		<div className={joinClasses(showsCount && css.split)}>
			<div className={css.poll}>
				<p className={css.kicker}>{t(headOf(poll))}</p>
				<h1 className={QUESTION[textSize(poll.question)]}>{poll.question}</h1>
				<p className={css.rule}>{methodAndRuleInWords(tVoting, poll.rule, poll.entitled, poll.method)}</p>
				{tally && (
					<p className={css.turnout}>
						<strong>{tally.cast}</strong> {t("wall.ofHaveVoted", { count: tally.electorateSize })}
					</p>
				)}
				<SecrecyBanner poll={poll} isShort className={css.secrecy} />
				{showsCount && hasLiveFigures(poll.method) && (
					<ChoiceRows poll={poll} tally={tally} className={css.choices} />
				)}
			</div>
			{showsCount && <TallyByCity poll={poll} tally={tally} className={css.cities} />}
		</div>
	);
}
