import { openSubscriber } from "../client/handshake.ts";
import type { LoadSocket } from "../client/LoadSocket.ts";
import type { Target } from "../client/Target.ts";
import { memoryOf } from "../servers/processFigures.ts";
import type { Arena } from "./Arena.ts";
import type { BenchPlan } from "./plan.ts";
import type { LiveRow } from "./rows.ts";

/** Events a second while somebody does not read. */
const PER_SECOND = 200;

/**
 * One subscriber stops reading while the tally changes 200 times a second: what the others feel of it, beside the same
 * time before without such a one; and how much more memory our server occupies afterwards, garbage collected.
 */
export async function measureSlowReader(arena: Arena, { sizes, slowSeconds }: BenchPlan): Promise<LiveRow> {
	const { client, stage } = arena;
	const target = arena.tallyOf("crossroads");
	// So few that 200 ballots a second, each committed, are far from all that the machine can do.
	const readers = Math.ceil(sizes.small / 5);
	const order = { seconds: slowSeconds, perSecond: PER_SECOND };
	await client.open(target, readers);
	await client.pace({ ...order, seconds: Math.min(5, slowSeconds) });
	const without = await client.pace(order);
	const before = await memoryOf(stage.server.pid);
	const slow = await deafSubscriber(target);
	const beside = await client.pace(order);
	const after = await memoryOf(stage.server.pid);
	slow.cut();
	await client.close();
	return {
		measure: "slow reader",
		server: "crossroads",
		subscribers: readers,
		figures: {
			"p99 ms beside it": beside.p99,
			"p99 ms without it": without.p99,
			"p50 ms beside it": beside.p50,
			"p50 ms without it": without.p50,
			"MiB more": (after - before) / 1_048_576,
			seconds: slowSeconds,
		},
	};
}

/** Subscribes, hears the state, and reads nothing more; the server may drop it. */
async function deafSubscriber(target: Target): Promise<LoadSocket> {
	const owner = { text: () => {}, lost: () => {} };
	const socket = await openSubscriber(target, target.cookies.at(-1) ?? null, target.subscriptions, owner);
	socket.stopReading();
	return socket;
}
