import { useTranslation } from "react-i18next";
import { Checkbox } from "../../ui/index.ts";
import type { AnswerFormProps } from "./answerFormProps.ts";

/** Abstaining is said, not guessed from an empty form. Ticking it empties the form; whatever is marked unticks it. */
export function AbstainBox({
	value,
	onChange,
	isDisabled,
}: Pick<AnswerFormProps, "value" | "onChange" | "isDisabled">) {
	const { t } = useTranslation("voting");
	return (
		<Checkbox
			isSelected={value !== null && value.marks.length === 0}
			onChange={(abstains) => onChange(abstains ? { marks: [] } : null)}
			isDisabled={isDisabled}
		>
			{t("answer.abstain")}
		</Checkbox>
	);
}
