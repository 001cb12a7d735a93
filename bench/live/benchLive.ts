import { medianRows } from "../rows.ts";
import { Arena } from "./Arena.ts";
import { measureQueries } from "./counts.ts";
import { type Goal, judge } from "./goals.ts";
import { measureCoalesced, measureMemory, measureTally } from "./measures.ts";
import type { BenchPlan } from "./plan.ts";
import type { LiveRow } from "./rows.ts";
import { measureSlowReader } from "./slowReader.ts";
import type { ServerKind } from "./targets.ts";

/** What `--json FILE` holds. */
export interface BenchResult {
	readonly rows: readonly LiveRow[];
	readonly goals: readonly Goal[];
	/** Bytes of one tally message. */
	readonly messageBytes: number;
	readonly rounds: number;
}

const SERVERS: readonly ServerKind[] = ["bare ws", "crossroads", "stock Apollo"];

/** What goes on beside the measuring. */
export interface BenchDesk {
	/** Told of every measurement as it is made. */
	readonly tell: (line: string) => void;
	/** When it resolves, the benchmark ends with a fault, and nothing is left running. */
	readonly stopped: Promise<void>;
	/** A folder for CPU profiles of our server. */
	readonly profile?: string | undefined;
}

/** Everything, interleaved: in each round every server is measured at every size, in another order each time. */
export async function benchLive(plan: BenchPlan, desk: BenchDesk): Promise<BenchResult> {
	const arena = await Arena.open(plan, desk.profile);
	const stopped = desk.stopped.then(() => Promise.reject(new Error("stopped")));
	try {
		const rows = await Promise.race([measureAll(arena, plan, desk.tell), stopped]);
		return {
			rows,
			goals: judge(rows, plan),
			messageBytes: arena.tallyText.length,
			rounds: plan.rounds,
		};
	} finally {
		await arena.close();
	}
}

async function measureAll(arena: Arena, plan: BenchPlan, tell: (line: string) => void): Promise<LiveRow[]> {
	const rows: LiveRow[] = [];
	for (let round = 0; round < plan.rounds; round += 1) {
		tell(`round ${round + 1} of ${plan.rounds}`);
		for await (const row of measureRound(arena, plan, round)) rows.push(told(row, tell));
	}
	tell("somebody who does not read");
	const slow = told(await measureSlowReader(arena, plan), tell);
	tell("database queries (PostgreSQL hands its counts in every ten seconds)");
	return [...medianRows(rows), slow, ...(await measureQueries(arena, plan))];
}

async function* measureRound(arena: Arena, plan: BenchPlan, round: number): AsyncGenerator<LiveRow> {
	const order = SERVERS.map((_, place) => SERVERS[(place + round) % SERVERS.length] as ServerKind);
	await arena.freshServers();
	for (const server of order) yield await measureMemory(arena, plan, server);
	const { small, medium, large } = plan.sizes;
	for (const size of [small, medium, large])
		for (const server of order) yield* await measureTally(arena, plan, server, size);
	for (const size of [medium, large])
		for (const server of order.filter((each) => each !== "stock Apollo"))
			for (const messages of ["large", "small"] as const)
				yield await measureCoalesced(arena, plan, server, size, messages);
}

function told(row: LiveRow, tell: (line: string) => void): LiveRow {
	const [[name, value] = ["", 0]] = Object.entries(row.figures);
	tell(`  ${row.measure}, ${row.subscribers} at ${row.server}: ${value.toFixed(1)} ${name}`);
	return row;
}
