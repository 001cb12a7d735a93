import type { DraftingResult } from "./benchDrafting.ts";
import type { DraftingPlan } from "./plan.ts";
import type { Measure, Row } from "./rows.ts";

const TITLES: Readonly<Record<Measure, string>> = {
	saturated: "Saturated: keystrokes as fast as everybody is shown them",
	paced: "50 keystrokes a second: from each keystroke to each reader; and until the writer is answered",
	"kill -9": "kill -9 in the middle of typing, the next start, and somebody who opens the document then",
	opening: "Opening a long draft: with nobody there, and beside another reader",
	memory: "Memory of open drafts with one reader each, garbage collected",
	commit: "One commit of one row",
};

/** The result for people: a table for each measure, then the goals. */
export function draftingReport(
	{ rows, goals, missing, trace, rounds }: DraftingResult,
	plan: DraftingPlan,
): string {
	const tables = [...Map.groupBy(rows, ({ measure }) => measure)].map(
		([measure, lines]) => `${TITLES[measure]}\n${table(lines)}`,
	);
	const met = goals.filter((goal) => goal.met).length;
	return [
		`One writer replays ${trace}. Medians of ${rounds} rounds.`,
		...missing.map(({ peer, why }) => `${peer} could not be started here, and is not measured: ${why}`),
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
	if (Number.isInteger(value)) return String(value);
	return value >= 100 ? String(Math.round(value)) : value.toFixed(value < 10 ? 2 : 1);
}
