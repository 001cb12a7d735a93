import { useTranslation } from "react-i18next";
import { joinClasses } from "../../ui/index.ts";
import { ChoiceRows, type LiveTally, ruleInWords, TallyByCity } from "../../voting/index.ts";
import type { LiveScreen } from "../live/views.ts";
import { textSize } from "./screenView.ts";
import css from "./Wall.module.css";

const QUESTION = { large: css.questionLarge, medium: css.questionMedium, small: css.questionSmall };

interface Props {
	poll: NonNullable<LiveScreen["poll"]>;
	tally: LiveTally | null;
}

/** A vote while it runs, and after it until the result is published: the question, the turnout, the count of a named poll. */
export function PollOnWall({ poll, tally }: Props) {
	const { t } = useTranslation("session");
	const { t: tVoting } = useTranslation("voting");
	const showsCount = tally !== null && poll.secrecy === "NAMED";
	return (
		<div className={joinClasses(showsCount && css.split)}>
			<div className={css.poll}>
				<p className={css.kicker}>{t(poll.state === "OPEN" ? "wall.voteNow" : "wall.voteClosed")}</p>
				<h1 className={QUESTION[textSize(poll.question)]}>{poll.question}</h1>
				<p className={css.rule}>{ruleInWords(tVoting, poll.rule, poll.entitled, poll.method)}</p>
				{tally && (
					<p className={css.turnout}>
						<strong>{tally.cast}</strong> {t("wall.ofHaveVoted", { count: tally.electorateSize })}
					</p>
				)}
				{showsCount && <ChoiceRows poll={poll} tally={tally} className={css.choices} />}
			</div>
			{showsCount && <TallyByCity poll={poll} tally={tally} className={css.cities} />}
		</div>
	);
}
