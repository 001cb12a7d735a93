import { ThresholdBase } from "@crossroads/shared";
import { useTranslation } from "react-i18next";
import { Checkbox, Select } from "../../ui/index.ts";
import type { DraftFieldsProps } from "./draftFieldsProps.ts";
import css from "./Prepare.module.css";
import { isShare, mayNeedMajorities, thresholdsFor, withThreshold } from "./pollDraft.ts";

/** How much must be for it, of what; and whether cities and groups must be for it too. Only what the method can ask for. */
export function MajorityFields({ draft, onChange }: DraftFieldsProps) {
	const { t } = useTranslation("voting");
	const { rule, method } = draft;
	const { threshold } = rule;
	const change = (part: Partial<typeof rule>) => onChange({ ...draft, rule: { ...rule, ...part } });
	const kinds = thresholdsFor(method);
	return (
		<div className={css.group}>
			{kinds.length > 1 && (
				<Select
					label={t("prepare.threshold")}
					value={threshold.kind}
					onChange={(kind) => onChange(withThreshold(draft, kind))}
					options={kinds.map((value) => ({ value, label: t(`prepare.thresholdKind.${value}`) }))}
				/>
			)}
			{isShare(threshold.kind) && (
				<>
					<Select
						label={t("prepare.base")}
						value={threshold.base}
						onChange={(base) => change({ threshold: { ...threshold, base } })}
						options={Object.values(ThresholdBase).map((value) => ({
							value,
							label: t(`prepare.thresholdBase.${value}`),
						}))}
					/>
					<Checkbox
						isSelected={threshold.countsAbstentions}
						onChange={(countsAbstentions) => change({ threshold: { ...threshold, countsAbstentions } })}
					>
						{t("prepare.abstentions")}
					</Checkbox>
				</>
			)}
			{mayNeedMajorities(method) && (
				<>
					<Checkbox
						isSelected={rule.needsMajorityOfCities}
						onChange={(needsMajorityOfCities) => change({ needsMajorityOfCities })}
					>
						{t("prepare.cities")}
					</Checkbox>
					<Checkbox
						isSelected={rule.needsMajorityOfEveryGroup}
						onChange={(needsMajorityOfEveryGroup) => change({ needsMajorityOfEveryGroup })}
					>
						{t("prepare.groups")}
					</Checkbox>
				</>
			)}
		</div>
	);
}
