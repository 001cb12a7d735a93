import { useTranslation } from "react-i18next";
import { RadioCards } from "../../ui/index.ts";
import css from "./Answers.module.css";
import type { AnswerFormProps } from "./answerFormProps.ts";
import { ChoiceMark } from "./ChoiceMark.tsx";
import { useOptionLabel } from "./words/useOptionLabel.ts";

/** The card for abstaining, where the method has no option for it. No option's key: those have one letter. */
const NOTHING = "ABSTAIN";

/** One of a few large cards: yes, no, abstain, or one of the poll's options. */
export function ChoiceForm({ settings, question, language, value, onChange, isDisabled }: AnswerFormProps) {
	const { t } = useTranslation("voting");
	const labelOf = useOptionLabel(settings);
	const hasOwnAbstention = settings.options.some(({ key }) => key === NOTHING);
	const cards = settings.options.map((option) => ({
		value: option.key,
		label: labelOf(option.key),
		lang: option.label === "" ? undefined : language,
		mark: option.label === "" ? <ChoiceMark option={option.key} /> : undefined,
	}));
	const abstention = { value: NOTHING, label: t("choice.ABSTAIN"), hint: t("answer.abstainMeans") };
	const choose = (option: string) =>
		onChange({ marks: option === NOTHING && !hasOwnAbstention ? [] : [{ option, value: 1 }] });
	return (
		<RadioCards
			label={question}
			isLabelHidden
			hint={settings.method === "SINGLE_CHOICE" ? t("answer.hint.SINGLE_CHOICE") : undefined}
			value={value && (value.marks[0]?.option ?? NOTHING)}
			onChange={choose}
			isDisabled={isDisabled}
			cards={hasOwnAbstention ? cards : [...cards, abstention]}
			className={css.choices}
		/>
	);
}
