import { RulePresetName } from "@crossroads/shared";
import { useTranslation } from "react-i18next";
import { RadioCards } from "../../ui/index.ts";
import { presetInWords } from "../rule/ruleInWords.ts";
import css from "./Prepare.module.css";

interface Props {
	/** null: what was chosen under "more" has no name. */
	value: RulePresetName | null;
	onChange(name: RulePresetName): void;
}

/** The five ways to decide that have a name. */
export function PresetCards({ value, onChange }: Props) {
	const { t } = useTranslation("voting");
	return (
		<RadioCards
			label={t("prepare.preset")}
			hint={value === null ? t("prepare.presetNone") : undefined}
			value={value}
			onChange={onChange}
			cards={Object.values(RulePresetName).map((preset) => {
				const { name, purpose } = presetInWords(t, preset);
				return { value: preset, label: name, hint: purpose };
			})}
			className={css.presets}
		/>
	);
}
