import { reportText } from "../report.ts";
import type { BenchResult } from "./benchLive.ts";
import type { BenchPlan } from "./plan.ts";
import type { Measure } from "./rows.ts";

const TITLES: Readonly<Record<Measure, string>> = {
	"one at a time": "Saturated, one event at a time: the next when all have the last",
	coalesced:
		"Saturated, coalesced: bursts of 16 events as large as a tally, the next when the last one's first is there",
	"coalesced, small": "The same with messages as small as those of somebody who types",
	paced: "5 events a second: from the trigger to each delivery",
	memory: "Memory, garbage collected",
	"slow reader": "200 events a second, while one subscriber more reads nothing",
	queries: "Database queries of one ballot and of all who watch",
	"coming back": "Readers of a draft's log who come back at once, each with its cursor",
};

/** The result for people. */
export function liveReport(
	{ rows, goals, messageBytes, rounds }: BenchResult,
	{ isQuick }: BenchPlan,
): string {
	const opening = [`Medians of ${rounds} rounds; a tally message has ${messageBytes} bytes.`];
	return reportText({ opening, titles: TITLES, rows, goals, isQuick });
}
