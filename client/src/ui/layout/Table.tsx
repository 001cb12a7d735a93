import type { ReactNode } from "react";
import { joinClasses } from "../joinClasses.ts";
import css from "./Table.module.css";
import { VisuallyHidden } from "./VisuallyHidden.tsx";

export interface TableColumn<Row> {
	key: string;
	header: ReactNode;
	cell(row: Row): ReactNode;
	/** Figures: tabular, flush right. */
	isNumeric?: boolean;
	/** The cell that names its row. */
	isRowHeader?: boolean;
}

export interface TableProps<Row> {
	caption: string;
	isCaptionHidden?: boolean;
	columns: readonly TableColumn<Row>[];
	rows: readonly Row[];
	rowKey(row: Row): string;
}

/** Rows of the same kind. On a narrow screen the table scrolls sideways in its own place, also by keyboard. */
export function Table<Row>({ caption, isCaptionHidden, columns, rows, rowKey }: TableProps<Row>) {
	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
		<section className={css.scroller} aria-label={caption} tabIndex={0}>
			<table className={css.table}>
				<caption>
					{isCaptionHidden ? (
						<VisuallyHidden>{caption}</VisuallyHidden>
					) : (
						<span className={css.caption}>{caption}</span>
					)}
				</caption>
				<thead>
					<tr>
						{columns.map((column) => (
							<th key={column.key} scope="col" className={joinClasses(column.isNumeric && css.numeric)}>
								{column.header}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{rows.map((row) => (
						<tr key={rowKey(row)}>
							{columns.map((column) => (
								<Cell key={column.key} column={column} row={row} />
							))}
						</tr>
					))}
				</tbody>
			</table>
		</section>
	);
}

function Cell<Row>({ column, row }: { column: TableColumn<Row>; row: Row }) {
	const className = joinClasses(column.isNumeric && css.numeric);
	return column.isRowHeader ? (
		<th scope="row" className={className}>
			{column.cell(row)}
		</th>
	) : (
		<td className={className}>{column.cell(row)}</td>
	);
}
