import type { Goal } from "../live/goals.ts";
import type { DraftingPlan } from "./plan.ts";
import type { DraftingRow, Measure } from "./rows.ts";

type Figure = (measure: Measure, server: DraftingRow["server"], subscribers: number, name: string) => number;

/** Every goal of the table, in its order. A quick run judges its own, smaller numbers of readers. */
export function judge(rows: readonly DraftingRow[], { sizes, openDrafts }: DraftingPlan): Goal[] {
	const [, some, many] = sizes;
	const figure: Figure = (measure, server, subscribers, name) => {
		const row = rows.find(
			(each) => each.measure === measure && each.server === server && each.subscribers === subscribers,
		);
		return row?.figures[name] ?? Number.NaN;
	};
	return [
		faster(figure, "Hocuspocus", some, 1.3),
		faster(figure, "Hocuspocus", many, 1.1),
		faster(figure, "y-websocket", some, 4),
		cheaper(figure, some),
		asPrompt(figure, some),
		nothingLost(figure, some),
		...opening(figure),
		memory(figure, openDrafts),
	];
}

function faster(figure: Figure, other: "Hocuspocus" | "y-websocket", readers: number, times: number): Goal {
	const ours = figure("saturated", "crossroads", readers, "updates/s");
	const theirs = figure("saturated", other, readers, "updates/s");
	const ratio = ours / theirs;
	return {
		name: `durable updates/s against ${other}, ${readers} readers`,
		goal: `≥ ${times} ×`,
		measured: `${ratio.toFixed(2)} × (${Math.round(ours)} to ${Math.round(theirs)})`,
		met: ratio >= times,
	};
}

function cheaper(figure: Figure, readers: number): Goal {
	const of = (server: DraftingRow["server"]) => figure("saturated", server, readers, "CPU µs a delivery");
	const ratio = of("crossroads") / of("relay, frame by frame");
	return {
		name: `CPU a delivery against the relay that writes frame by frame, ${readers} readers`,
		goal: "≤ 0.3 ×",
		measured: `${ratio.toFixed(2)} × (${of("crossroads").toFixed(2)} to ${of("relay, frame by frame").toFixed(2)} µs)`,
		met: ratio <= 0.3,
	};
}

function asPrompt(figure: Figure, readers: number): Goal {
	const p99 = (server: DraftingRow["server"]) => figure("paced", server, readers, "p99 ms");
	const commit = (name: string) => figure("commit", "PostgreSQL", 0, name);
	const limit = p99("Hocuspocus") + commit("p99 ms");
	return {
		name: `p99 at 50 edits/s, ${readers} readers, from keystroke to the others' screens`,
		goal: "≤ Hocuspocus + one commit",
		measured: `${p99("crossroads").toFixed(1)} ms to ${p99("Hocuspocus").toFixed(1)} + ${commit("p99 ms").toFixed(1)} ms (p99 of a single-row commit; its median ${commit("p50 ms").toFixed(1)} ms)`,
		met: p99("crossroads") <= limit,
	};
}

function nothingLost(figure: Figure, readers: number): Goal {
	const lost = (server: DraftingRow["server"]) => {
		const of = (name: string) => figure("kill -9", server, readers, name);
		return `${of("shown and lost")} of ${of("shown")}`;
	};
	return {
		name: "keystrokes shown to others and lost at kill -9",
		goal: "0",
		measured: `${lost("crossroads")}; Hocuspocus ${lost("Hocuspocus")}, y-websocket ${lost("y-websocket")}, relay ${lost("relay, joined")}`,
		met: figure("kill -9", "crossroads", readers, "shown and lost") === 0,
	};
}

function opening(figure: Figure): Goal[] {
	return ["CPU ms", "kB sent"].map((name) => {
		const ours = figure("opening", "crossroads", 1, name);
		const theirs = figure("opening", "Hocuspocus", 1, name);
		const edits = figure("opening", "crossroads", 1, "edits");
		return {
			name: `opening a draft of ${edits} edits: ${name}, against Hocuspocus`,
			goal: "≤ 1 ×",
			measured: `${(ours / theirs).toFixed(2)} × (${ours.toFixed(0)} to ${theirs.toFixed(0)})`,
			met: ours <= theirs,
		};
	});
}

function memory(figure: Figure, drafts: number): Goal {
	const above = (server: DraftingRow["server"]) => figure("memory", server, drafts, "MiB above idle");
	return {
		name: `server memory for ${drafts} open drafts with one reader each`,
		goal: "≤ 64 MiB above idle",
		measured: `${above("crossroads").toFixed(1)} MiB (Hocuspocus ${above("Hocuspocus").toFixed(1)})`,
		met: above("crossroads") <= 64,
	};
}
