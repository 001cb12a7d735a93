import { setTimeout as pause } from "node:timers/promises";
import type { Saturated, SaturationOrder } from "../client/Target.ts";
import { cpuMsOf, memoryOf } from "../servers/processFigures.ts";
import type { Arena, DraftSize } from "./Arena.ts";
import type { BenchPlan } from "./plan.ts";
import type { LiveRow } from "./rows.ts";
import type { ServerKind } from "./targets.ts";

/** Who has gone is forgotten by a server within this time. */
const FORGETTING_MS = 500;

/** One subscriber's share of a server's memory, between a few of them and all of them; garbage collected both times. */
export async function measureMemory(arena: Arena, plan: BenchPlan, server: ServerKind): Promise<LiveRow> {
	const { client } = arena;
	const target = arena.tallyOf(server);
	const { small, large } = plan.sizes;
	await client.open(target, small);
	await client.events(20);
	await client.close();
	await pause(FORGETTING_MS);
	const before = await memoryOf(arena.pidOf(server));
	await client.open(target, large);
	const bytes = (await memoryOf(arena.pidOf(server))) - before;
	await client.close();
	await pause(FORGETTING_MS);
	return {
		measure: "memory",
		server,
		subscribers: large,
		figures: { "KiB a subscriber": bytes / large / 1_024 },
	};
}

/** One event at a time as fast as they are delivered, and then at a steady pace: the same crowd. */
export async function measureTally(
	arena: Arena,
	plan: BenchPlan,
	server: ServerKind,
	subscribers: number,
): Promise<LiveRow[]> {
	const { client } = arena;
	await client.open(arena.tallyOf(server), subscribers);
	const single = await saturated(arena, plan, server, { burst: 1, nextWhen: "all have it" });
	const latency = await client.pace({ seconds: plan.pacedSeconds, perSecond: plan.perSecond });
	await client.close();
	await pause(FORGETTING_MS);
	const { p50, p99, worst, merged, sinceAnswer } = latency;
	const answered = server === "crossroads" &&
		sinceAnswer && {
			"p50 ms since the commit": sinceAnswer.p50,
			"p99 ms since the commit": sinceAnswer.p99,
		};
	return [
		{ measure: "one at a time", server, subscribers, figures: single },
		{
			measure: "paced",
			server,
			subscribers,
			figures: { "p50 ms": p50, "p99 ms": p99, "worst ms": worst, "events merged": merged, ...answered },
		},
	];
}

/**
 * Bursts of events, one for each of several logs; the next burst as soon as one message of the last has arrived. It is
 * for other logs: two pushes to one log that share a commit would be one event.
 */
export async function measureCoalesced(
	arena: Arena,
	plan: BenchPlan,
	server: ServerKind,
	subscribers: number,
	size: DraftSize,
): Promise<LiveRow> {
	const target = await arena.draftsOf(server, size);
	await arena.client.open(target, subscribers);
	const figures = await saturated(arena, plan, server, { burst: plan.burst, nextWhen: "the first is there" });
	await arena.client.close();
	await pause(FORGETTING_MS);
	const measure = size === "large" ? "coalesced" : "coalesced, small";
	return { measure, server, subscribers, figures: { ...figures, "message bytes": arena.messageBytes(size) } };
}

async function saturated(
	arena: Arena,
	{ warmUpSeconds, saturatedSeconds }: BenchPlan,
	server: ServerKind,
	load: Omit<SaturationOrder, "seconds">,
): Promise<Record<string, number>> {
	const { client } = arena;
	await client.saturate({ ...load, seconds: warmUpSeconds });
	const pid = arena.pidOf(server);
	const before = cpuMsOf(pid);
	const result = await client.saturate({ ...load, seconds: saturatedSeconds });
	return saturatedFigures(result, cpuMsOf(pid) - before);
}

function saturatedFigures(
	{ deliveries, ms, events, answered, first, last, clientBusy }: Saturated,
	cpuMs: number,
) {
	return {
		"deliveries/s": deliveries / (ms / 1_000),
		"CPU µs a delivery": (cpuMs * 1_000) / deliveries,
		events,
		"ms to the answer": answered,
		"to the first": first,
		"to the last": last,
		"client busy %": clientBusy * 100,
	};
}
