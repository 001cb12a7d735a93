import type { Crowd } from "./Crowd.ts";
import { percentile } from "./percentile.ts";
import type { Latency } from "./Target.ts";

interface Delivery {
	readonly event: number;
	readonly at: number;
}

/** Events at a steady pace. The n-th message of a subscriber is the n-th event: nobody is left out, or it fails. */
export async function pace(
	crowd: Crowd,
	{ seconds, perSecond }: { seconds: number; perSecond: number },
): Promise<Latency> {
	const count = Math.round(seconds * perSecond);
	const triggeredAt: number[] = [];
	const answeredAt: number[] = [];
	const deliveries: Delivery[] = [];
	const firstEvent = crowd.trigger.next;
	for (const subscriber of crowd.subscribers) subscriber.heard = 0;
	crowd.onMessage = ({ heard }) => {
		deliveries.push({ event: heard - 1, at: performance.now() });
	};
	crowd.trigger.onAnswer = ({ event, at }) => {
		answeredAt[event - firstEvent] = at;
	};
	const all = crowd.reaches(crowd.arrived, count * crowd.size);
	const start = performance.now();
	for (let event = 0; event < count; event += 1) {
		await until(start + (event * 1_000) / perSecond);
		triggeredAt.push(performance.now());
		crowd.trigger.burst(1);
	}
	await all;
	crowd.onMessage = null;
	crowd.trigger.onAnswer = () => {};
	return {
		deliveries: deliveries.length,
		...percentiles(latencies(deliveries, triggeredAt)),
		sinceAnswer: answeredAt.length > 0 ? percentiles(latencies(deliveries, answeredAt)) : null,
	};
}

function latencies(deliveries: readonly Delivery[], since: readonly number[]): number[] {
	return deliveries.map(({ event, at }) => at - (since[event] as number));
}

function percentiles(values: readonly number[]) {
	return { p50: percentile(values, 0.5), p99: percentile(values, 0.99), worst: percentile(values, 1) };
}

function until(at: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, Math.max(0, at - performance.now())));
}
