import type { Goal } from "../live/goals.ts";
import type { VotingPlan } from "./plan.ts";
import type { Measure, VotingRow, VotingServer } from "./rows.ts";

/** Gives a figure of a row; `subscribers` where several rows differ by it. NaN: not measured. */
type Figure = (measure: Measure, server: VotingServer, name: string, subscribers?: number) => number;

/** Every goal of the issue's table, in its order. A quick run judges its own, smaller numbers of voters. */
export function judge(rows: readonly VotingRow[], { ranked }: VotingPlan): Goal[] {
	const figure: Figure = (measure, server, name, subscribers) => {
		const row = rows.find(
			(each) =>
				each.measure === measure &&
				each.server === server &&
				(subscribers === undefined || each.subscribers === subscribers),
		);
		return row?.figures[name] ?? Number.NaN;
	};
	const ours = (measure: Measure) => figure(measure, "crossroads", "ballots/s");
	const sealed = (measure: Measure) => figure(measure, "crossroads, sealed", "ballots/s");
	const stock = (measure: Measure) => figure(measure, "stock Apollo", "ballots/s");
	const pgbench = (connections: number) => figure("pgbench", "PostgreSQL", "ballots/s", connections);
	return [
		atLeast(
			"named ballots/s over the voters' sockets, against stock Apollo",
			ours("sockets"),
			stock("sockets"),
			8,
		),
		atLeast("named ballots/s over HTTP, against stock Apollo", ours("HTTP"), stock("HTTP"), 2.5),
		atLeast("named ballots/s against pgbench, one connection", ours("sockets"), pgbench(1), 3),
		atLeast("named ballots/s against pgbench, 32 connections", ours("sockets"), pgbench(32), 0.7),
		atLeast("sealed ballots/s against named ones, over sockets", sealed("sockets"), ours("sockets"), 0.7),
		atLeast("sealed ballots/s against named ones, over HTTP", sealed("HTTP"), ours("HTTP"), 0.7),
		inTime(figure, "ballot, p99", "ballot p99 ms"),
		inTime(figure, "time to the count on every screen, p95", "p95 ms"),
		counting(figure, ranked.ballots, ranked.options),
		nothingWrong(rows),
	];
}

function atLeast(name: string, ours: number, theirs: number, times: number): Goal {
	const ratio = ours / theirs;
	return {
		name,
		goal: `≥ ${times} ×`,
		measured: `${ratio.toFixed(2)} × (${Math.round(ours)} to ${Math.round(theirs)})`,
		met: ratio >= times,
	};
}

function inTime(figure: Figure, name: string, column: string): Goal {
	const ms = figure("within 10 s", "crossroads", column);
	const missing = figure("within 10 s", "crossroads", "never shown");
	return {
		name: `all voters on sockets within 10 s, all subscribed to the count: ${name}`,
		goal: "< 1 s",
		measured: `${ms.toFixed(0)} ms${missing > 0 ? `; ${missing} ballots were never shown on some screen` : ""}`,
		met: ms < 1_000 && missing === 0,
	};
}

function counting(figure: Figure, ballots: number, options: number): Goal {
	const methods = ["SCHULZE", "INSTANT_RUNOFF", "SINGLE_TRANSFERABLE_VOTE"];
	const times = methods.map((method) => figure("counting", "crossroads", `${method} ms`));
	return {
		name: `counting a ranked poll of ${ballots} ballots and ${options} options`,
		goal: "< 1 s",
		measured: methods.map((method, place) => `${method} ${times[place]?.toFixed(0)} ms`).join(", "),
		met: times.every((ms) => ms < 1_000),
	};
}

function nothingWrong(rows: readonly VotingRow[]): Goal {
	const wrong = rows.map(({ figures }) => figures.wrong ?? 0).reduce((sum, value) => sum + value, 0);
	return {
		name: "acknowledged ballots that are not in the box or its count, and the reverse, in all of this",
		goal: "0",
		measured: String(wrong),
		met: wrong === 0,
	};
}
