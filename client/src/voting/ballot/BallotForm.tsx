import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button, joinClasses, Notice } from "../../ui/index.ts";
import { AnswerForm } from "../answers/AnswerForm.tsx";
import { wholeAnswer } from "../answers/marks.ts";
import { answerInOneLine } from "../answers/words/answerInWords.ts";
import { settingsOf } from "../pollSettings.ts";
import type { LivePoll } from "../views.ts";
import css from "./Ballot.module.css";
import { BallotReview } from "./BallotReview.tsx";
import { ballotInOneLine } from "./ballotInOneLine.ts";
import type { Principal } from "./Principal.ts";
import type { SaidAnswer } from "./SaidAnswer.ts";
import { SplitForm } from "./SplitForm.tsx";
import type { BallotState } from "./unsentBallot.ts";
import type { CastingBallot } from "./useCastBallot.ts";

interface Props {
	poll: LivePoll;
	language: string;
	/** As how many the ballot counts. */
	weight: number;
	state: Extract<BallotState, { phase: "choosing" }>;
	casting: CastingBallot;
	/** For whom the ballot is cast; undefined: for the voter. */
	principal: Principal | undefined;
}

/** An answer in so few characters is read back on the button itself; a longer one on a slip, before it is cast. */
const FITS_ON_A_BUTTON = 60;

/** The form of the poll's method, and one confirmation that reads the answer back, where a thumb finds it. */
export function BallotForm({ poll, language, weight, state, casting, principal }: Props) {
	const { t } = useTranslation("voting");
	const [reviewed, setReviewed] = useState<SaidAnswer | null>(null);
	const settings = settingsOf(poll);
	const answer = wholeAnswer(settings, state.entered);
	if (reviewed)
		return (
			<BallotReview
				poll={poll}
				answer={reviewed}
				onConfirm={() => casting.confirm(reviewed)}
				onBack={() => setReviewed(null)}
			/>
		);
	if (state.entered?.parts)
		return (
			<SplitForm
				poll={poll}
				language={language}
				weight={weight}
				entered={state.entered}
				onChange={casting.enter}
				onWhole={setReviewed}
				onGiveUp={() => casting.enter(null)}
			/>
		);
	const words = answer ? answerInOneLine(t, poll, answer) : "";
	const needsSlip = words.length > FITS_ON_A_BUTTON || (answer?.marks.length ?? 0) > 1;
	const wordsOnButton = () => {
		if (needsSlip) return t("ballot.review", { choice: words });
		return principal
			? t("proxy.confirm", { choice: words, name: principal.name })
			: t("ballot.confirm", { choice: words });
	};
	return (
		<div className={css.form}>
			{state.counted && (
				<Notice>{t("ballot.changing", { choice: ballotInOneLine(t, poll, state.counted.answer) })}</Notice>
			)}
			{weight > 1 && <p className={css.weight}>{t("split.countsAs", { count: weight })}</p>}
			<AnswerForm
				settings={settings}
				question={poll.question}
				language={language}
				value={state.entered}
				onChange={casting.enter}
			/>
			<div className={joinClasses(css.confirm, answer && css.isReady)}>
				<Button
					variant="primary"
					size="large"
					isWide
					isDisabled={!answer}
					onPress={() => answer && (needsSlip ? setReviewed(answer) : casting.confirm(answer))}
				>
					{answer ? wordsOnButton() : t(state.entered ? "ballot.finishFirst" : "ballot.chooseFirst")}
				</Button>
				{weight > 1 && poll.secrecy === "NAMED" && (
					<Button variant="quiet" isWide onPress={() => casting.enter({ marks: [], parts: [] })}>
						{t("split.do")}
					</Button>
				)}
				{state.counted && (
					<Button variant="quiet" isWide onPress={casting.keepBallot}>
						{t("ballot.keep")}
					</Button>
				)}
			</div>
		</div>
	);
}
