import { setTimeout as pause } from "node:timers/promises";
import type pg from "pg";
import { percentile } from "../client/percentile.ts";
import { cpuMsOf, memoryOf } from "../servers/processFigures.ts";
import type { DraftArena } from "./DraftArena.ts";
import type { DraftingPlan } from "./plan.ts";
import type { DraftingRow, Peer } from "./rows.ts";

/** Who has gone is forgotten by a server within this time. */
const FORGETTING_MS = 500;

/** One writer and so many readers: saturated, and then at a steady pace, in the same document. */
export async function measureTyping(
	arena: DraftArena,
	plan: DraftingPlan,
	server: Peer,
	subscribers: number,
): Promise<DraftingRow[]> {
	const { client } = arena;
	await client.open(await arena.freshTarget(server), subscribers);
	const saturated = await saturatedFigures(arena, plan, server, subscribers);
	const paced = await client.pace({ seconds: plan.pacedSeconds, perSecond: plan.perSecond });
	await client.close();
	await pause(FORGETTING_MS);
	const figures = {
		"p50 ms": paced.p50,
		"p99 ms": paced.p99,
		"worst ms": paced.worst,
		"answered p50 ms": paced.answered?.p50 ?? Number.NaN,
		"answered p99 ms": paced.answered?.p99 ?? Number.NaN,
	};
	return [
		{ measure: "saturated", server, subscribers, figures: saturated },
		{ measure: "paced", server, subscribers, figures },
	];
}

async function saturatedFigures(
	arena: DraftArena,
	plan: DraftingPlan,
	server: Peer,
	readers: number,
): Promise<Record<string, number>> {
	const { client } = arena;
	const { window } = plan;
	await client.saturate({ seconds: plan.warmUpSeconds, window, most: plan.warmUpMost });
	const pid = arena.pidOf(server);
	const before = cpuMsOf(pid);
	const { keystrokes, ms, messages, clientBusy } = await client.saturate({
		seconds: plan.saturatedSeconds,
		window,
		most: plan.saturatedMost,
	});
	return {
		"updates/s": keystrokes / (ms / 1_000),
		"CPU µs a delivery": ((cpuMsOf(pid) - before) * 1_000) / (keystrokes * readers),
		keystrokes,
		"in a message": keystrokes / messages,
		"client busy %": clientBusy * 100,
	};
}

/** Typing at a pace, `kill -9` in the middle of it, the next start, and somebody who opens the document then. */
export async function measureKill(arena: DraftArena, plan: DraftingPlan, server: Peer): Promise<DraftingRow> {
	const { client } = arena;
	const [, subscribers] = plan.sizes;
	const target = await arena.freshTarget(server);
	await client.open(target, subscribers);
	await client.startTyping(plan.perSecond);
	await pause(plan.killAfterSeconds * 1_000);
	const restarted = arena.killAndRestart(server);
	await pause(100);
	const { typed, shown, answered } = await client.stopTyping();
	await restarted;
	await client.close();
	const keepsNothing = target.dialect === "relay";
	const lost = keepsNothing ? shown : await client.missing(arena.again(target, server), shown);
	return {
		measure: "kill -9",
		server,
		subscribers,
		figures: { typed, shown, answered, "shown and lost": lost },
	};
}

/** Opening a long draft: with nobody there, and with somebody there who keeps it open. */
export async function measureOpening(
	arena: DraftArena,
	plan: DraftingPlan,
	server: "crossroads" | "Hocuspocus",
): Promise<DraftingRow> {
	const { client } = arena;
	const target = await arena.freshTarget(server);
	if (server === "crossroads") await client.fill(target, plan.largeDraft);
	else await arena.storeForHocuspocus(target.document, await client.stateAfter(plan.largeDraft));
	await pause(4 * FORGETTING_MS);
	const open = async (times: number) => {
		const before = cpuMsOf(arena.pidOf(server));
		const { bytes, ms } = await client.openWhole(target, times);
		await pause(FORGETTING_MS);
		return { bytes, ms, cpu: (cpuMsOf(arena.pidOf(server)) - before) / times };
	};
	await open(1);
	const alone = await open(plan.openings);
	await client.openMany([target]);
	const beside = await open(plan.openings);
	await client.close();
	return {
		measure: "opening",
		server,
		subscribers: 1,
		figures: {
			edits: plan.largeDraft,
			"kB sent": alone.bytes / 1_000,
			"CPU ms": alone.cpu,
			ms: alone.ms,
			"CPU ms, beside another": beside.cpu,
			"ms, beside another": beside.ms,
		},
	};
}

/** Memory of so many drafts open at once, each with a few words and one reader, above that of an idle server. */
export async function measureMemory(
	arena: DraftArena,
	plan: DraftingPlan,
	server: "crossroads" | "Hocuspocus",
): Promise<DraftingRow> {
	const { client } = arena;
	const targets = await arena.freshTargets(server, plan.openDrafts);
	for (const target of targets) await client.fill(target, 20);
	await pause(4 * FORGETTING_MS);
	const idle = await memoryOf(arena.pidOf(server));
	await client.openMany(targets);
	const open = await memoryOf(arena.pidOf(server));
	await client.close();
	const figures = { "MiB idle": idle / 2 ** 20, "MiB above idle": (open - idle) / 2 ** 20 };
	return { measure: "memory", server, subscribers: plan.openDrafts, figures };
}

/** What one commit of one row takes on the PostgreSQL that ours and Hocuspocus use. */
export function measureCommit(arena: DraftArena, plan: DraftingPlan): Promise<DraftingRow> {
	return arena.withSql(async (sql) => {
		await sql.query("create table if not exists commits (id bigserial primary key, content bytea)");
		const times: number[] = [];
		for (let count = 0; count < plan.commits; count += 1) times.push(await oneCommit(sql));
		const figures = { "p50 ms": percentile(times, 0.5), "p99 ms": percentile(times, 0.99) };
		return { measure: "commit", server: "PostgreSQL", subscribers: 0, figures };
	});
}

async function oneCommit(sql: pg.Client): Promise<number> {
	const start = performance.now();
	await sql.query("insert into commits (content) values ($1)", [Buffer.alloc(40)]);
	return performance.now() - start;
}
