import { MOST_DOTS, type PollLimits } from "@crossroads/shared";
import { useTranslation } from "react-i18next";
import { Stepper } from "../../ui/index.ts";
import type { DraftFieldsProps } from "./draftFieldsProps.ts";
import { labelsOf } from "./draftOptions.ts";
import { limitsFor } from "./pollDraft.ts";

/** The number that the method needs: seats, choices or dots; nothing where it needs none. */
export function LimitField({ draft, onChange }: DraftFieldsProps) {
	const { t } = useTranslation("voting");
	const limits = limitsFor(draft);
	const [name] = Object.keys(limits) as (keyof PollLimits)[];
	if (!name) return null;
	const most = name === "dots" ? MOST_DOTS : Math.max(1, labelsOf(draft.options).length);
	return (
		<Stepper
			label={t(`prepare.limit.${name}`)}
			value={limits[name] ?? 1}
			onChange={(value) => onChange({ ...draft, limits: { ...draft.limits, [name]: value } })}
			least={1}
			most={most}
			lessLabel={t("prepare.less")}
			moreLabel={t("prepare.moreOf")}
		/>
	);
}
