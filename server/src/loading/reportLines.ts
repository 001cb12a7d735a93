import type { RecordReport } from "../database/index.ts";

/** What a load did, for the console: what changed by name, the rest in numbers. */
export function reportLines(reports: readonly RecordReport[]): string[] {
	const isSame = reports.every(({ added, changed }) => added.length === 0 && changed.length === 0);
	return [...reports.flatMap(linesOf), ...(isSame ? ["Nothing changed."] : [])];
}

function linesOf({ kind, added, changed, unchanged, kept }: RecordReport): string[] {
	return [
		...added.map((name) => `added      ${kind} ${name}`),
		...changed.map(({ name, fields }) => `changed    ${kind} ${name}: ${fields.join(", ")}`),
		...(unchanged.length > 0 ? [`unchanged  ${unchanged.length} of kind ${kind}`] : []),
		...kept.map((name) => `kept       ${kind} ${name}: in the database, not in the file`),
	];
}
