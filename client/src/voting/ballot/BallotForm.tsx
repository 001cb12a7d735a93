import type { OptionKey } from "@crossroads/shared";
import { useTranslation } from "react-i18next";
import { Button, joinClasses, Notice, RadioCards } from "../../ui/index.ts";
import { answerInWords, optionInWords } from "../optionsInWords.ts";
import type { LivePoll } from "../views.ts";
import css from "./Ballot.module.css";
import { ChoiceMark } from "./ChoiceMark.tsx";
import type { BallotState } from "./unsentBallot.ts";
import type { CastingBallot } from "./useCastBallot.ts";

interface Props {
	poll: LivePoll;
	state: Extract<BallotState, { phase: "choosing" }>;
	casting: CastingBallot;
}

/** Large choices of which one is taken, and one button that casts the ballot, where a thumb finds it. */
export function BallotForm({ poll, state, casting }: Props) {
	const { t } = useTranslation("voting");
	if (poll.method !== "YES_NO_ABSTAIN" && poll.method !== "SINGLE_CHOICE")
		return <Notice tone="warn">{t("ballot.formMissing")}</Notice>;
	const cards = poll.options.map(({ key }) => ({
		value: key,
		label: optionInWords(t, poll.options, key),
		mark: <ChoiceMark choice={key} />,
	}));
	const choose = (option: OptionKey) => casting.choose({ marks: [{ option, value: 1 }] });
	return (
		<div className={css.form}>
			{state.counted && (
				<Notice>{t("ballot.changing", { choice: answerInWords(t, poll, state.counted.answer) })}</Notice>
			)}
			<RadioCards
				label={poll.question}
				isLabelHidden
				value={state.answer?.marks[0]?.option ?? null}
				onChange={choose}
				cards={cards}
				className={css.choices}
			/>
			<div className={joinClasses(css.confirm, state.answer && css.isReady)}>
				<Button variant="primary" size="large" isWide isDisabled={!state.answer} onPress={casting.confirm}>
					{state.answer
						? t("ballot.confirm", { choice: answerInWords(t, poll, state.answer) })
						: t("ballot.chooseFirst")}
				</Button>
				{state.counted && (
					<Button variant="quiet" isWide onPress={casting.keepBallot}>
						{t("ballot.keep")}
					</Button>
				)}
			</div>
		</div>
	);
}
