import type { Row } from "./rows.ts";

/** What a goal says, what was measured, and whether it is met. */
interface Goal {
	readonly name: string;
	readonly goal: string;
	readonly measured: string;
	readonly met: boolean;
}

/** What a benchmark has to say to people. */
export interface Report<Measure extends string> {
	/** How it was measured; a paragraph each. */
	readonly opening: readonly string[];
	readonly titles: Readonly<Record<Measure, string>>;
	readonly rows: readonly Row<Measure, string>[];
	readonly goals: readonly Goal[];
	readonly isQuick: boolean;
}

/** A result for people: a table for each measure, then the goals. */
export function reportText<Measure extends string>(report: Report<Measure>): string {
	const { opening, titles, rows, goals, isQuick } = report;
	const tables = [...Map.groupBy(rows, ({ measure }) => measure)].map(
		([measure, lines]) => `${titles[measure]}\n${table(lines)}`,
	);
	return [
		...opening,
		...tables,
		...(isQuick ? ["A quick run: it shows that everything runs, and its figures mean nothing."] : []),
		[
			`Goals: ${goals.filter(({ met }) => met).length} of ${goals.length} met`,
			...goals.map((goal) => `  ${goal.met ? "✓" : "✗"} ${goal.name}: ${goal.goal}; ${goal.measured}`),
		].join("\n"),
	].join("\n\n");
}

function table(rows: readonly Row<string, string>[]): string {
	const names = [...new Set(rows.flatMap(({ figures }) => Object.keys(figures)))];
	const lines = [
		["N", "server", ...names],
		...rows.map(({ subscribers, server, figures }) => [
			String(subscribers),
			server,
			...names.map((name) => numeral(figures[name])),
		]),
	];
	const widths =
		lines[0]?.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0))) ?? [];
	return lines
		.map((line) => `  ${line.map((cell, column) => cell.padStart(widths[column] ?? 0)).join("  ")}`)
		.join("\n");
}

function numeral(value: number | undefined): string {
	if (value === undefined || Number.isNaN(value)) return "–";
	if (Number.isInteger(value)) return String(value);
	return value >= 100 ? String(Math.round(value)) : value.toFixed(value < 10 ? 2 : 1);
}
