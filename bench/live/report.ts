import type { BenchResult } from "./benchLive.ts";
import type { BenchPlan } from "./plan.ts";
import type { Row } from "./rows.ts";

const TITLES: Readonly<Record<Row["measure"], string>> = {
	"one at a time": "Saturated, one event at a time: the next when all have the last",
	coalesced:
		"Saturated, coalesced: bursts of 16 events as large as a tally, the next when the last one's first is there",
	"coalesced, small": "The same with messages as small as those of somebody who types",
	paced: "5 events a second: from the trigger to each delivery",
	memory: "Memory, garbage collected",
	queries: "Database queries of one ballot and of all who watch",
	"coming back": "Readers of a draft's log who come back at once, each with its cursor",
};

/** The result for people: a table for each measure, then the goals. */
export function reportText({ rows, goals, messageBytes, rounds }: BenchResult, plan: BenchPlan): string {
	const tables = [...Map.groupBy(rows, ({ measure }) => measure)].map(
		([measure, lines]) => `${TITLES[measure]}\n${table(lines)}`,
	);
	const met = goals.filter((goal) => goal.met).length;
	return [
		`Medians of ${rounds} rounds; a tally message has ${messageBytes} bytes.`,
		...tables,
		...(plan.isQuick ? ["A quick run: it shows that everything runs, and its figures mean nothing."] : []),
		[
			`Goals: ${met} of ${goals.length} met`,
			...goals.map((goal) => `  ${goal.met ? "✓" : "✗"} ${goal.name}: ${goal.goal}; ${goal.measured}`),
		].join("\n"),
	].join("\n\n");
}

function table(rows: readonly Row[]): string {
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
	return value >= 100 ? String(Math.round(value)) : value.toFixed(1);
}
