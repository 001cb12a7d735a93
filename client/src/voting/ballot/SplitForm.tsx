import { readSplit, type WeightedBallot } from "@crossroads/shared";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button, Heading, Stepper } from "../../ui/index.ts";
import { AnswerForm } from "../answers/AnswerForm.tsx";
import { wholeAnswer } from "../answers/marks.ts";
import { answerInOneLine } from "../answers/words/answerInWords.ts";
import { settingsOf } from "../pollSettings.ts";
import type { LivePoll } from "../views.ts";
import css from "./Ballot.module.css";
import type { SaidAnswer } from "./SaidAnswer.ts";

interface Props {
	poll: LivePoll;
	language: string;
	/** What there is to give away. */
	weight: number;
	/** The parts so far, and the marks of the one that is being entered. */
	entered: SaidAnswer | null;
	onChange(entered: SaidAnswer): void;
	/** All of the weight is given away. */
	onWhole(said: SaidAnswer): void;
	onGiveUp(): void;
}

/** A split vote, one part after the other: an answer, how much of the weight it gets, and what is left. */
export function SplitForm({ poll, language, weight, entered, onChange, onWhole, onGiveUp }: Props) {
	const { t } = useTranslation("voting");
	const settings = settingsOf(poll);
	const parts = entered?.parts ?? [];
	const left = weight - parts.reduce((sum, part) => sum + part.weight, 0);
	const [wanted, setWanted] = useState(left);
	const given = Math.min(Math.max(1, wanted), left);
	const answer = wholeAnswer(settings, entered && { ...entered });
	const isLast = given === left;
	const goOn = () => {
		if (!answer) return;
		const all = [...parts, { answer, weight: given }];
		setWanted(left - given);
		if (!isLast) return onChange({ marks: [], parts: all });
		const split = readSplit(settings, weight, all);
		if (typeof split !== "string") onWhole(saidBy(split));
	};
	return (
		<div className={css.form}>
			<Heading level={3}>{t("split.part", { number: parts.length + 1, left, of: weight })}</Heading>
			<Parts poll={poll} parts={parts} onChange={(rest) => onChange({ marks: [], parts: rest })} />
			<AnswerForm
				key={parts.length}
				settings={settings}
				question={poll.question}
				language={language}
				value={entered && entered.marks.length > 0 ? entered : null}
				onChange={(said) => onChange({ marks: [], ...said, parts })}
			/>
			<Stepper
				label={t("split.weight")}
				value={given}
				onChange={setWanted}
				least={1}
				most={left}
				lessLabel={t("split.less")}
				moreLabel={t("split.more")}
			/>
			<Button variant="primary" size="large" isWide isDisabled={!answer} onPress={goOn}>
				{t(isLast ? "split.review" : "split.next", { count: left - given })}
			</Button>
			<Button variant="quiet" isWide onPress={onGiveUp}>
				{t("split.giveUp")}
			</Button>
		</div>
	);
}

/** One part is no split. */
function saidBy(split: readonly WeightedBallot[]): SaidAnswer {
	const [only, ...others] = split;
	return only && others.length === 0 ? only.answer : { marks: [], parts: split };
}

interface PartsProps {
	poll: LivePoll;
	parts: readonly WeightedBallot[];
	onChange(rest: readonly WeightedBallot[]): void;
}

function Parts({ poll, parts, onChange }: PartsProps) {
	const { t } = useTranslation("voting");
	if (parts.length === 0) return null;
	return (
		<ul className={css.parts}>
			{parts.map((part) => {
				const words = t("split.line", { weight: part.weight, choice: answerInOneLine(t, poll, part.answer) });
				return (
					<li key={words}>
						<span>{words}</span>
						<Button
							variant="quiet"
							aria-label={t("split.removeOf", { part: words })}
							onPress={() => onChange(parts.filter((one) => one !== part))}
						>
							{t("split.remove")}
						</Button>
					</li>
				);
			})}
		</ul>
	);
}
