import { BallotChoice } from "@crossroads/shared";
import { useTranslation } from "react-i18next";
import { Button, joinClasses, Notice, RadioCards } from "../../ui/index.ts";
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

/** Three large choices, and one button that casts the ballot, where a thumb finds it. */
export function BallotForm({ poll, state, casting }: Props) {
	const { t } = useTranslation("voting");
	const cards = Object.values(BallotChoice).map((value) => ({
		value,
		label: t(`choice.${value}`),
		mark: <ChoiceMark choice={value} />,
	}));
	return (
		<div className={css.form}>
			{state.counted && (
				<Notice>{t("ballot.changing", { choice: t(`choice.${state.counted.choice}`) })}</Notice>
			)}
			<RadioCards
				label={poll.question}
				isLabelHidden
				value={state.choice}
				onChange={casting.choose}
				cards={cards}
				className={css.choices}
			/>
			<div className={joinClasses(css.confirm, state.choice && css.isReady)}>
				<Button variant="primary" size="large" isWide isDisabled={!state.choice} onPress={casting.confirm}>
					{state.choice
						? t("ballot.confirm", { choice: t(`choice.${state.choice}`) })
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
