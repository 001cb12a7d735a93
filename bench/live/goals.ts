import type { BenchPlan } from "./plan.ts";
import type { LiveRow, Measure } from "./rows.ts";
import type { ServerKind } from "./targets.ts";

/** A goal of the issue, what was measured, and whether it is met. */
export interface Goal {
	readonly name: string;
	readonly goal: string;
	readonly measured: string;
	readonly met: boolean;
}

type Figure = (measure: Measure, server: ServerKind, subscribers: number, name: string) => number;

/** Every goal of the issue's table, in its order. A quick run judges its own, smaller numbers of subscribers. */
export function judge(rows: readonly LiveRow[], plan: BenchPlan): Goal[] {
	const figure: Figure = (measure, server, subscribers, name) => {
		const row = rows.find(
			(each) => each.measure === measure && each.server === server && each.subscribers === subscribers,
		);
		return row?.figures[name] ?? Number.NaN;
	};
	const { medium, large } = plan.sizes;
	return [
		...[medium, large].map((size) => againstBare(figure, size)),
		...[medium, large].map((size) => atLeast(figure, "coalesced", "bare ws", size, 2)),
		...[medium, large].map((size) => atLeast(figure, "coalesced, small", "bare ws", size, 2)),
		atLeast(figure, "one at a time", "stock Apollo", medium, 8),
		atLeast(figure, "one at a time", "stock Apollo", large, 12),
		latency(figure, medium),
		memory(figure, large),
		...anEvent(figure, medium, large),
		...comingBack(figure, plan.readersWhoComeBack),
	];
}

function atLeast(figure: Figure, measure: Measure, other: ServerKind, size: number, times: number): Goal {
	const ours = figure(measure, "crossroads", size, "deliveries/s");
	const theirs = figure(measure, other, size, "deliveries/s");
	const ratio = ours / theirs;
	return {
		name: `deliveries/s against ${other}, ${measure}, N = ${size}`,
		goal: `≥ ${times} ×`,
		measured: `${ratio.toFixed(2)} × (${Math.round(ours)} to ${Math.round(theirs)})`,
		met: ratio >= times,
	};
}

/** The bare broadcast has no ballot to commit; how we stand without ours is told beside, and judged is the whole. */
function againstBare(figure: Figure, size: number): Goal {
	const goal = atLeast(figure, "one at a time", "bare ws", size, 0.85);
	const of = (server: ServerKind, name: string) => figure("one at a time", server, size, name);
	const fromCommit = of("crossroads", "to the last") - of("crossroads", "ms to the answer");
	const ratio = of("bare ws", "to the last") / fromCommit;
	return { ...goal, measured: `${goal.measured}; from the ballot's commit on ${ratio.toFixed(2)} ×` };
}

function latency(figure: Figure, size: number): Goal {
	const p99 = (server: ServerKind) => figure("paced", server, size, "p99 ms");
	const ratio = p99("crossroads") / p99("bare ws");
	const sinceCommit = figure("paced", "crossroads", size, "p99 ms since the commit");
	const details = `${p99("crossroads").toFixed(1)} to ${p99("bare ws").toFixed(1)} ms, ours from the sending of the ballot, its commit included; from the acknowledged commit on ${sinceCommit.toFixed(1)} ms`;
	return {
		name: `p99 at 5 events/s against bare ws, N = ${size}`,
		goal: "≤ 1.5 ×",
		measured: `${ratio.toFixed(2)} × (${details})`,
		met: ratio <= 1.5,
	};
}

function memory(figure: Figure, size: number): Goal {
	const of = (server: ServerKind) => figure("memory", server, size, "KiB a subscriber");
	const above = of("crossroads") - of("bare ws");
	return {
		name: `memory a subscriber above bare ws, N = ${size}`,
		goal: "≤ 6 KiB",
		measured: `${above.toFixed(1)} KiB (${of("crossroads").toFixed(1)} to ${of("bare ws").toFixed(1)})`,
		met: above <= 6,
	};
}

/**
 * What a ballot costs without subscribers is the ballot's; the rest is the group's: none, where the server's own commit
 * tells the count. That a group is executed once an event is counted by the engine's unit tests; from outside nothing shows it.
 */
function anEvent(figure: Figure, medium: number, large: number): Goal[] {
	const queries = (size: number) => figure("queries", "crossroads", size, "queries an event");
	const ofGroup = (size: number) => queries(size) - queries(0);
	return [
		{
			name: "database queries an event, whatever N",
			goal: "at most 1 a group",
			measured: `${[1, medium, large].map((size) => `${ofGroup(size).toFixed(2)} at N = ${size}`).join(", ")}; the ballot itself ${queries(0).toFixed(2)}`,
			met: ofGroup(large) <= 1.1,
		},
	];
}

function comingBack(figure: Figure, readers: number): Goal[] {
	const of = (name: string) => figure("coming back", "crossroads", readers, name);
	const who = `${readers} reconnecting at once with a cursor`;
	return [
		{
			name: `${who}: database queries in all`,
			goal: "≤ 50",
			measured: String(of("queries in all")),
			met: of("queries in all") <= 50,
		},
		{
			name: `${who}: right again`,
			goal: "all",
			measured: `${of("right")} of ${readers}`,
			met: of("right") === readers,
		},
		{
			name: `${who}: p99`,
			goal: "< 5 s",
			measured: `${(of("p99 ms") / 1_000).toFixed(2)} s`,
			met: of("p99 ms") < 5_000,
		},
	];
}
