import { PollMethod } from "@crossroads/shared";
import { useTranslation } from "react-i18next";
import { Checkbox, Disclosure, Select } from "../../ui/index.ts";
import { methodInWords } from "../rule/ruleInWords.ts";
import type { DraftFieldsProps } from "./draftFieldsProps.ts";
import { LimitField } from "./LimitField.tsx";
import { MajorityFields } from "./MajorityFields.tsx";
import css from "./Prepare.module.css";
import { withMethod } from "./pollDraft.ts";
import { QuorumFields } from "./QuorumFields.tsx";

/** Everything that the presets decide for the facilitator, to be decided otherwise. */
export function MoreFields({ draft, onChange, isSecret }: DraftFieldsProps & { isSecret: boolean }) {
	const { t } = useTranslation("voting");
	const { rule } = draft;
	return (
		<Disclosure summary={t("prepare.more")}>
			<div className={css.moreFields}>
				<Select
					label={t("prepare.method")}
					hint={methodInWords(t, draft.method).how}
					value={draft.method}
					onChange={(method) => onChange(withMethod(draft, method))}
					options={Object.values(PollMethod).map((value) => ({
						value,
						label: methodInWords(t, value).name,
					}))}
				/>
				<LimitField draft={draft} onChange={onChange} />
				<QuorumFields draft={draft} onChange={onChange} />
				<MajorityFields draft={draft} onChange={onChange} />
				<div className={css.checks}>
					<Checkbox
						isSelected={rule.allowsBallotChange}
						isDisabled={isSecret}
						onChange={(allowsBallotChange) => onChange({ ...draft, rule: { ...rule, allowsBallotChange } })}
					>
						{t("prepare.change")}
					</Checkbox>
					<Checkbox isSelected={draft.isPublic} onChange={(isPublic) => onChange({ ...draft, isPublic })}>
						{t("prepare.public")}
					</Checkbox>
				</div>
			</div>
		</Disclosure>
	);
}
