import { BEST_GRADE, BEST_SCORE } from "@crossroads/shared";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { ScaleRow } from "../../ui/index.ts";
import { AbstainBox } from "./AbstainBox.tsx";
import css from "./Answers.module.css";
import type { AnswerFormProps } from "./answerFormProps.ts";
import { valueGiven, withValue } from "./marks.ts";
import { useOptionLabel } from "./words/useOptionLabel.ts";

/** Every option by itself on the same scale: points from 0 to 5, or one of six grades in words. */
export function GradesForm({ settings, question, language, value, onChange, isDisabled }: AnswerFormProps) {
	const { t } = useTranslation("voting");
	const labelOf = useOptionLabel(settings);
	const inGrades = settings.method === "MAJORITY_JUDGMENT";
	const steps = inGrades ? gradeSteps(t) : SCORE_STEPS;
	return (
		<fieldset className={css.form}>
			<legend className={css.hiddenLegend}>{question}</legend>
			<p className={css.hint}>{t(`answer.hint.${settings.method}`)}</p>
			<div>
				{settings.options.map(({ key }) => (
					<ScaleRow
						key={key}
						label={labelOf(key)}
						lang={language}
						value={valueGiven(value, key)}
						onChange={(given) => onChange(withValue(value, key, given))}
						steps={steps}
						areWords={inGrades}
						isDisabled={isDisabled}
					/>
				))}
			</div>
			<AbstainBox value={value} onChange={onChange} isDisabled={isDisabled} />
		</fieldset>
	);
}

const SCORE_STEPS = Array.from({ length: BEST_SCORE + 1 }, (_, score) => ({
	value: score,
	label: String(score),
}));

/** The best grade first, as one reads a school report. */
function gradeSteps(t: TFunction<"voting">) {
	return Array.from({ length: BEST_GRADE }, (_, place) => BEST_GRADE - place).map((grade) => ({
		value: grade,
		label: t(`grade.${grade as 1 | 2 | 3 | 4 | 5 | 6}`),
	}));
}
