import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { BenchDesk } from "../live/benchLive.ts";
import type { Goal } from "../live/goals.ts";
import { medianRows } from "../rows.ts";
import { DraftArena } from "./DraftArena.ts";
import { judge } from "./goals.ts";
import { measureCommit, measureKill, measureMemory, measureOpening, measureTyping } from "./measures.ts";
import type { DraftingPlan } from "./plan.ts";
import type { DraftingRow, Peer } from "./rows.ts";

/** What `--json FILE` holds. */
export interface DraftingResult {
	readonly rows: readonly DraftingRow[];
	readonly goals: readonly Goal[];
	/** What is replayed, by name. */
	readonly trace: string;
	/** Servers that could not be started here, and why. */
	readonly missing: readonly { readonly peer: Peer; readonly why: string }[];
	readonly rounds: number;
}

const SEED = 20_261_123;

/** Everything, interleaved: in each round every server at every size, in another order each time. */
export async function benchDrafting(plan: DraftingPlan, desk: BenchDesk): Promise<DraftingResult> {
	const arena = await DraftArena.open(plan, desk.profile);
	const stopped = desk.stopped.then(() => Promise.reject(new Error("stopped")));
	try {
		return await Promise.race([measureAll(arena, plan, desk.tell), stopped]);
	} finally {
		await arena.close();
	}
}

/** A real editing history by one author, in the folder that TRACES names. */
function traceFile(): string {
	const beside = fileURLToPath(new URL("../../../shared/data", import.meta.url));
	return join(process.env.TRACES ?? beside, "sveltecomponent.json.gz");
}

async function measureAll(
	arena: DraftArena,
	plan: DraftingPlan,
	tell: (line: string) => void,
): Promise<DraftingResult> {
	const trace = await arena.client.prepare({ file: traceFile(), seed: SEED });
	tell(`${trace.name}: ${trace.keystrokes} keystrokes`);
	const rows: DraftingRow[] = [];
	for (let round = 0; round < plan.rounds; round += 1) {
		tell(`round ${round + 1} of ${plan.rounds}`);
		for await (const row of measureRound(arena, plan, round)) rows.push(told(row, tell));
	}
	const medians = medianRows(rows);
	return {
		rows: medians,
		goals: judge(medians, plan),
		trace: trace.name,
		missing: [...arena.missing].map(([peer, why]) => ({ peer, why })),
		rounds: plan.rounds,
	};
}

async function* measureRound(
	arena: DraftArena,
	plan: DraftingPlan,
	round: number,
): AsyncGenerator<DraftingRow> {
	const { peers } = arena;
	const order = peers.map((_, place) => peers[(place + round) % peers.length] as Peer);
	for (const peer of order) await arena.killAndRestart(peer);
	const stored = order.filter((peer) => peer === "crossroads" || peer === "Hocuspocus");
	for (const peer of stored) yield await measureMemory(arena, plan, peer);
	for (const size of plan.sizes)
		for (const peer of order) yield* await measureTyping(arena, plan, peer, size);
	yield await measureCommit(arena, plan);
	for (const peer of stored) yield await measureOpening(arena, plan, peer);
	for (const peer of order) yield await measureKill(arena, plan, peer);
}

function told(row: DraftingRow, tell: (line: string) => void): DraftingRow {
	const figures = Object.entries(row.figures).slice(0, 4);
	const words = figures.map(([name, value]) => `${value.toFixed(1)} ${name}`).join(", ");
	tell(`  ${row.measure}, ${row.subscribers} at ${row.server}: ${words}`);
	return row;
}
