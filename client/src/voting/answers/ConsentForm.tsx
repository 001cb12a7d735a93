import { LONGEST_REASON } from "@crossroads/shared";
import { useTranslation } from "react-i18next";
import { TextField } from "../../ui/index.ts";
import css from "./Answers.module.css";
import type { AnswerFormProps } from "./answerFormProps.ts";
import { ChoiceForm } from "./ChoiceForm.tsx";

/** Agree, abstain, disagree or block; a block says why. A reason once written comes back with the block. */
export function ConsentForm(props: AnswerFormProps) {
	const { t } = useTranslation("voting");
	const { value, onChange, isDisabled } = props;
	const blocks = value?.marks[0]?.option === "BLOCK";
	return (
		<div className={css.form}>
			<ChoiceForm {...props} onChange={(chosen) => onChange(chosen && { ...value, ...chosen })} />
			{blocks && (
				<TextField
					label={t("answer.reason")}
					hint={t("answer.reasonHint")}
					value={value.reason ?? ""}
					onChange={(reason) => onChange({ ...value, reason })}
					rows={4}
					maxLength={LONGEST_REASON}
					isRequired
					isDisabled={isDisabled}
				/>
			)}
		</div>
	);
}
