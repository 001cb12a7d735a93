const blocks = "p, div, h1, h2, h3, ul, ol, blockquote";

/** A draft has no tables: each row becomes a line, its cells set apart; a cell of several paragraphs stays as they are. */
export function flattenTables(body: HTMLElement): void {
	// The inner ones first.
	for (const table of [...body.querySelectorAll("table")].reverse()) {
		const rows = [...table.querySelectorAll("tr")];
		table.replaceWith(...[...table.querySelectorAll("caption")].map(lineOf), ...rows.flatMap(rowOf));
	}
}

function rowOf(row: Element): Element[] {
	const cells = [...row.children].filter((cell) => cell.textContent?.trim());
	if (cells.length === 1 || cells.some((cell) => cell.querySelectorAll(blocks).length > 1))
		return cells.flatMap((cell) => (cell.querySelector(blocks) ? [...cell.children] : [lineOf(cell)]));
	const line = row.ownerDocument.createElement("p");
	for (const [index, cell] of cells.entries()) {
		if (index > 0) line.append(" | ");
		line.append(...(cell.querySelector(blocks) ?? cell).childNodes);
	}
	return cells.length > 0 ? [line] : [];
}

function lineOf(cell: Element): Element {
	const line = cell.ownerDocument.createElement("p");
	line.append(...cell.childNodes);
	return line;
}
