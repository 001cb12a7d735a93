import { useTranslation } from "react-i18next";
import { CheckCards } from "../../ui/index.ts";
import { AbstainBox } from "./AbstainBox.tsx";
import css from "./Answers.module.css";
import type { AnswerFormProps } from "./answerFormProps.ts";
import { useOptionLabel } from "./words/useOptionLabel.ts";

/** Several of the options: at most so many, or all that one approves of. */
export function ChecksForm({ settings, question, language, value, onChange, isDisabled }: AnswerFormProps) {
	const { t } = useTranslation("voting");
	const labelOf = useOptionLabel(settings);
	const { method, mostChosen } = settings;
	const taken = value?.marks.map(({ option }) => option) ?? [];
	const take = (options: readonly string[]) =>
		onChange(options.length === 0 ? null : { marks: options.map((option) => ({ option, value: 1 })) });
	return (
		<div className={css.form}>
			<CheckCards
				label={question}
				isLabelHidden
				hint={t(`answer.hint.${method}`, { count: mostChosen ?? settings.options.length })}
				values={taken}
				onChange={take}
				most={mostChosen}
				isDisabled={isDisabled}
				cards={settings.options.map(({ key }) => ({ value: key, label: labelOf(key), lang: language }))}
				className={css.choices}
			/>
			{mostChosen !== undefined && (
				<p role="status" className={css.left}>
					{t("answer.chosen", { count: taken.length, of: mostChosen })}
				</p>
			)}
			<AbstainBox value={value} onChange={onChange} isDisabled={isDisabled} />
		</div>
	);
}
