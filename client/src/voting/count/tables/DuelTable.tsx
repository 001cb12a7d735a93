import { useTranslation } from "react-i18next";
import { Table, VisuallyHidden } from "../../../ui/index.ts";
import type { AskedPoll } from "../../views.ts";
import css from "../Count.module.css";
import { OptionName } from "./OptionName.tsx";

interface Props {
	poll: AskedPoll;
	caption: string;
	/** [row][column], in the poll's order: how much stands for the row's option against the column's. */
	matrix: readonly (readonly number[])[];
}

/** Every option against every other. The greater of two figures is bold and marked, and said to win. */
export function DuelTable({ poll, caption, matrix }: Props) {
	const { t } = useTranslation("voting");
	const rows = poll.options.map(({ key }, place) => ({ key, place }));
	return (
		<Table
			caption={caption}
			rows={rows}
			rowKey={({ key }) => key}
			columns={[
				{
					key: "option",
					header: t("count.option"),
					cell: ({ key }) => <OptionName poll={poll} option={key} />,
					isRowHeader: true,
				},
				...rows.map((column) => ({
					key: column.key,
					header: <OptionName poll={poll} option={column.key} isLetter />,
					isNumeric: true,
					cell: (row: (typeof rows)[number]) => (
						<Duel matrix={matrix} row={row.place} column={column.place} />
					),
				})),
			]}
		/>
	);
}

function Duel({ matrix, row, column }: { matrix: Props["matrix"]; row: number; column: number }) {
	const { t } = useTranslation("voting");
	const own = matrix[row]?.[column] ?? 0;
	if (row === column) return <span aria-hidden="true">·</span>;
	if (own <= (matrix[column]?.[row] ?? 0)) return <>{own}</>;
	return (
		<span className={css.wins}>
			<span aria-hidden="true">✓ </span>
			{own}
			<VisuallyHidden> {t("count.wins")}</VisuallyHidden>
		</span>
	);
}
