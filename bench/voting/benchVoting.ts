import type { BenchDesk } from "../live/benchLive.ts";
import type { Goal } from "../live/goals.ts";
import { medianRows } from "../rows.ts";
import { measureCounting } from "./counting.ts";
import { judge } from "./goals.ts";
import { measureStorm, measureVote, type VoteCase } from "./measures.ts";
import { hasPgbench, measurePgbench } from "./pgbench.ts";
import type { VotingPlan } from "./plan.ts";
import type { VotingRow } from "./rows.ts";
import { VotingArena } from "./VotingArena.ts";

/** What `--json FILE` holds. */
export interface VotingResult {
	readonly rows: readonly VotingRow[];
	readonly goals: readonly Goal[];
	readonly rounds: number;
	/** Whether `pgbench` is on this machine: else what is compared with it is not measured. */
	readonly hasPgbench: boolean;
}

const CASES: readonly VoteCase[] = ([true, false] as const).flatMap((isWatched) =>
	(["sockets", "HTTP"] as const).flatMap((over) =>
		(["crossroads", "crossroads, sealed", "stock Apollo"] as const).map((server) => ({
			server,
			over,
			isWatched,
		})),
	),
);

/** Everything, interleaved: in each round every case, in another order each time. */
export async function benchVoting(plan: VotingPlan, desk: BenchDesk): Promise<VotingResult> {
	const arena = await VotingArena.open(plan, desk.profile);
	const stopped = desk.stopped.then(() => Promise.reject(new Error("stopped")));
	try {
		const isThere = await hasPgbench();
		const rows = await Promise.race([measureAll(arena, plan, isThere, desk.tell), stopped]);
		return { rows, goals: judge(rows, plan), rounds: plan.rounds, hasPgbench: isThere };
	} finally {
		await arena.close();
	}
}

async function measureAll(
	arena: VotingArena,
	plan: VotingPlan,
	withPgbench: boolean,
	tell: (line: string) => void,
): Promise<VotingRow[]> {
	const rows: VotingRow[] = [];
	for (let round = 0; round < plan.rounds; round += 1) {
		tell(`round ${round + 1} of ${plan.rounds}`);
		for await (const row of measureRound(arena, plan, round, withPgbench)) rows.push(told(row, tell));
	}
	return medianRows(rows);
}

async function* measureRound(
	arena: VotingArena,
	plan: VotingPlan,
	round: number,
	withPgbench: boolean,
): AsyncGenerator<VotingRow> {
	for (const [place] of CASES.entries())
		yield await measureVote(arena, plan, CASES[(place + 5 * round) % CASES.length] as VoteCase);
	if (withPgbench) yield* measureDatabase(arena, plan);
	yield await measureStorm(arena, plan);
	yield await measureCounting(plan);
}

/** A commit of one row over one connection and over 32, and many rows in one. */
async function* measureDatabase(arena: VotingArena, plan: VotingPlan): AsyncGenerator<VotingRow> {
	const common = { url: arena.databaseUrl, seconds: plan.pgbenchSeconds };
	for (const [connections, batch] of [
		[1, 1],
		[32, 1],
		[2, plan.batch],
	] as const)
		yield await arena.withSql((sql) => measurePgbench(sql, { ...common, connections, batch }));
}

function told(row: VotingRow, tell: (line: string) => void): VotingRow {
	const words = Object.entries(row.figures)
		.slice(0, 4)
		.map(([name, value]) => `${value.toFixed(1)} ${name}`);
	tell(`  ${row.measure}, ${row.server}: ${words.join(", ")}`);
	return row;
}
