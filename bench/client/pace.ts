import { setTimeout as pause } from "node:timers/promises";
import type { Crowd, Subscriber } from "./Crowd.ts";
import { percentile } from "./percentile.ts";
import type { Latency } from "./Target.ts";

/** ms without a message after which no more are awaited: what is missing was merged with later ones. */
const SILENCE_MS = 3_000;

/**
 * Events at a steady pace. The n-th message of a subscriber is the n-th event. Where a server merged events, because it
 * could not follow, a subscriber has fewer messages: an event is then counted with the message of its own number, or
 * the last, which is never too early. How many were merged is told.
 */
export async function pace(
	crowd: Crowd,
	{ seconds, perSecond }: { seconds: number; perSecond: number },
): Promise<Latency> {
	const count = Math.round(seconds * perSecond);
	const triggeredAt: number[] = [];
	const answeredAt: number[] = [];
	const arrivals = new Map<Subscriber, number[]>(crowd.subscribers.map((subscriber) => [subscriber, []]));
	const firstEvent = crowd.trigger.next;
	const since = crowd.arrived;
	crowd.onMessage = (subscriber) => void arrivals.get(subscriber)?.push(performance.now());
	crowd.trigger.onAnswer = ({ event, at }) => {
		answeredAt[event - firstEvent] = at;
	};
	const start = performance.now();
	for (let event = 0; event < count; event += 1) {
		await pause(Math.max(0, start + (event * 1_000) / perSecond - performance.now()));
		triggeredAt.push(performance.now());
		crowd.trigger.burst(1);
	}
	await arrivedOrSilent(crowd, since + count * crowd.size);
	crowd.onMessage = null;
	crowd.trigger.onAnswer = () => {};
	const all = [...arrivals.values()];
	return {
		merged:
			count -
			percentile(
				all.map((times) => times.length),
				0.5,
			),
		...percentiles(latencies(all, triggeredAt)),
		sinceAnswer: answeredAt.length > 0 ? percentiles(latencies(all, answeredAt)) : null,
	};
}

async function arrivedOrSilent(crowd: Crowd, goal: number): Promise<void> {
	let before = -1;
	let silentSince = performance.now();
	while (crowd.arrived < goal && performance.now() - silentSince < SILENCE_MS) {
		if (crowd.arrived !== before) silentSince = performance.now();
		before = crowd.arrived;
		await pause(50);
	}
}

function latencies(arrivals: readonly (readonly number[])[], since: readonly number[]): number[] {
	return arrivals.flatMap((times) => {
		if (times.length === 0) throw new Error("a subscriber heard nothing");
		return since.map((at, event) => (times[Math.min(event, times.length - 1)] as number) - at);
	});
}

function percentiles(values: readonly number[]) {
	return { p50: percentile(values, 0.5), p99: percentile(values, 0.99), worst: percentile(values, 1) };
}
