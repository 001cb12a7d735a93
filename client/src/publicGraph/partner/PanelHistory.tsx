import { useTranslation } from "react-i18next";
import { useFormats } from "../../app/index.ts";
import { StakeholderMark, Table, type Third } from "../../ui/index.ts";
import css from "./Partner.module.css";
import type { PublicPartner } from "./publicPartner.ts";

type Moment = PublicPartner["panel"]["history"][number];

const GROUPS: readonly Third[] = ["CITIZENS", "CIVIL_SOCIETY", "AUTHORITIES_AND_EXPERTS"];

/** How the panel came to be what it is: after each change, the heads of each third. Newest first. */
export function PanelHistory({ history }: { history: readonly Moment[] }) {
	const { t } = useTranslation(["publicGraph", "app"]);
	const formats = useFormats();
	if (history.length === 0) return null;
	const columns = [
		{
			key: "on",
			header: t("partner.history.on"),
			cell: (at: Moment) => formats.date(at.on),
			isRowHeader: true,
		},
		...GROUPS.map((group) => ({
			key: group,
			header: (
				<span className={css.groupHead}>
					<StakeholderMark group={group} size={12} /> {t(`app:group.${group}`)}
				</span>
			),
			cell: (at: Moment) => formats.number(at.counts.find((each) => each.group === group)?.count ?? 0),
			isNumeric: true,
		})),
		{
			key: "size",
			header: t("partner.history.size"),
			cell: (at: Moment) => formats.number(at.size),
			isNumeric: true,
		},
		{
			key: "balance",
			header: t("partner.history.balance"),
			cell: (at: Moment) => t(at.isBalanced ? "partner.history.yes" : "partner.history.no"),
		},
	];
	return (
		<details className={css.history}>
			<summary>{t("partner.history.title", { count: history.length })}</summary>
			<Table
				caption={t("partner.history.title", { count: history.length })}
				isCaptionHidden
				columns={columns}
				rows={history.toReversed()}
				rowKey={(at) => at.on}
			/>
		</details>
	);
}
