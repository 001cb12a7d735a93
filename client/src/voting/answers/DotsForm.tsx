import { useTranslation } from "react-i18next";
import { Stepper } from "../../ui/index.ts";
import { AbstainBox } from "./AbstainBox.tsx";
import css from "./Answers.module.css";
import type { AnswerFormProps } from "./answerFormProps.ts";
import { spentIn, valueGiven, withValue } from "./marks.ts";
import { useOptionLabel } from "./words/useOptionLabel.ts";

/** A budget of dots to give away; what is left of it stays in sight. */
export function DotsForm({ settings, question, language, value, onChange, isDisabled }: AnswerFormProps) {
	const { t } = useTranslation("voting");
	const labelOf = useOptionLabel(settings);
	const budget = settings.dots ?? 0;
	const left = Math.max(0, budget - spentIn(value));
	return (
		<fieldset className={css.form}>
			<legend className={css.hiddenLegend}>{question}</legend>
			<p className={css.hint}>{t("answer.hint.DOTS", { count: budget })}</p>
			<p role="status" className={css.budget}>
				{t("answer.dotsLeft", { count: left, of: budget })}
			</p>
			<div>
				{settings.options.map(({ key }) => {
					const dots = valueGiven(value, key) ?? 0;
					return (
						<Stepper
							key={key}
							label={labelOf(key)}
							lang={language}
							value={dots}
							onChange={(given) => onChange(withValue(value, key, given, "isNothingAtZero"))}
							least={0}
							most={dots + left}
							lessLabel={t("answer.lessDots", { option: labelOf(key) })}
							moreLabel={t("answer.moreDots", { option: labelOf(key) })}
							picture={"●".repeat(dots)}
							isDisabled={isDisabled}
						/>
					);
				})}
			</div>
			<AbstainBox value={value} onChange={onChange} isDisabled={isDisabled} />
		</fieldset>
	);
}
