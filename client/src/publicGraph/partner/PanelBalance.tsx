import { useTranslation } from "react-i18next";
import { useFormats } from "../../app/index.ts";
import { BalancePicture, EmptyState } from "../../ui/index.ts";
import css from "./Partner.module.css";
import type { PublicPartner } from "./publicPartner.ts";

type Panel = PublicPartner["panel"];

/** The panel's three thirds as a picture, and the gap as a sentence. */
export function PanelBalance({ panel }: { panel: Panel }) {
	const { t } = useTranslation(["publicGraph", "app"]);
	const words = useGapInWords(panel);
	if (panel.size === 0) return <EmptyState says={t("partner.noPanel")} />;
	const groups = panel.groups.map((each) => ({ ...each, label: t(`app:group.${each.group}`) }));
	return (
		<div className={css.balance}>
			<BalancePicture
				groups={groups}
				words={words}
				countWords={({ count, toAdd }) =>
					toAdd > 0
						? t("partner.countAndGap", { count, members: t("partner.members", { count }), missing: toAdd })
						: t("partner.members", { count })
				}
			/>
		</div>
	);
}

function useGapInWords({ size, isBalanced, groups }: Panel): string {
	const { t } = useTranslation(["publicGraph", "app"]);
	const formats = useFormats();
	if (isBalanced) return t("partner.balanced", { count: size });
	const missing = groups
		.filter(({ toAdd }) => toAdd > 0)
		.map(({ group, toAdd }) => t(`partner.toAdd.${group}`, { count: toAdd }));
	return t("partner.unbalanced", { count: size, missing: formats.list(missing) });
}
