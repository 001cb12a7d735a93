import { describe, expect, it } from "vitest";
import { TestClient } from "../testing/socketPair.ts";
import { type TestWorld, testWorld } from "../testing/testWorld.ts";

/** A minute of 200 events a second. */
const EVENTS = 12_000;
const COUNTER = "subscription { counter(id: 1) { value } }";
const LOG = "subscription ($after: String) { log(id: 1, after: $after) { cursor } }";
const turn = () => new Promise((resolve) => setImmediate(resolve));

async function reader({ live }: TestWorld, query: string, variables = {}): Promise<TestClient> {
	const client = await TestClient.ready(live);
	client.subscribe("s", query, variables);
	await turn();
	return client;
}

/** What the quick readers got: reader, turn of the event loop, and what it was. */
type Delivery = readonly [reader: number, event: number, payload: string];

interface Staged {
	readonly world: TestWorld;
	readonly slow: TestClient | null;
	readonly deliveries: readonly Delivery[];
	readonly mostWaiting: number;
}

/** Five quick readers, and perhaps one that stops reading, while `happen` is called once a turn. */
async function staged(
	query: string,
	happen: (world: TestWorld) => void,
	{ hasSlow = true, backlogBytes = 4_096, events = EVENTS },
): Promise<Staged> {
	const world = testWorld({ limits: { backlogBytes } });
	const quick = await Promise.all(Array.from({ length: 5 }, () => reader(world, query)));
	const slow = hasSlow ? await reader(world, query) : null;
	if (slow) slow.isReading = false;
	const deliveries: Delivery[] = [];
	let mostWaiting = 0;
	for (let event = 0; event < events; event += 1) {
		happen(world);
		await turn();
		for (const [index, { received }] of quick.entries())
			for (const { payload } of received.splice(0)) deliveries.push([index, event, JSON.stringify(payload)]);
		mostWaiting = Math.max(mostWaiting, slow?.waitingBytes ?? 0);
	}
	return { world, slow, deliveries, mostWaiting };
}

function change(world: TestWorld): void {
	world.value += 1;
	world.live.announce("counter:1");
}

function append(world: TestWorld): void {
	world.live.append("log:1", [world.commit("text")]);
}

const streams = [
	["a state", COUNTER, change],
	["a log", LOG, append],
] as const;

describe.each(streams)(
	"[L4, L10] [31] a reader of %s who stops reading for a minute under 200 events a second",
	(_what, query, happen) => {
		it("is not felt by the others: they get the same, in the same turns, at the same cost", async () => {
			const [without, withSlow] = [
				await staged(query, happen, { hasSlow: false }),
				await staged(query, happen, {}),
			];
			expect(withSlow.deliveries.length).toBeGreaterThanOrEqual(5 * EVENTS);
			expect(withSlow.deliveries).toEqual(without.deliveries);
			expect(withSlow.world.executions).toEqual(without.world.executions);
			expect(withSlow.mostWaiting).toBeLessThan(4_096 + 200);
		}, 60_000);

		it("would hold ever more without the limit", async () => {
			const { mostWaiting } = await staged(query, happen, {
				backlogBytes: Number.POSITIVE_INFINITY,
				events: 1_000,
			});
			expect(mostWaiting).toBeGreaterThan(50_000);
		}, 60_000);
	},
);

describe("[L4, L10] then", () => {
	it("the reader of a state gets the newest, and few before it", async () => {
		const { world, slow } = await staged(COUNTER, change, { events: 3_000 });
		slow?.catchUp();
		await turn();
		const values = slow?.received.map(({ payload }) => payload.data.counter.value) ?? [];
		expect(values.at(-1)).toBe(world.value);
		expect(values.length).toBeLessThan(100);
	}, 60_000);

	it("the reader of a log is told where to go on, and misses nothing there", async () => {
		const { world, slow } = await staged(LOG, append, { events: 3_000 });
		slow?.catchUp();
		await turn();
		const told = slow?.received.splice(0) ?? [];
		const end = told.pop();
		expect(end?.payload[0].extensions.code).toBe("TOO_SLOW");
		slow?.subscribe("again", LOG, { after: end?.payload[0].extensions.resumeAfter });
		await turn();
		while ((slow?.waitingBytes ?? 0) > 0) slow?.catchUp();
		const cursors = [...told, ...(slow?.received ?? [])].map(({ payload }) => payload.data.log.cursor);
		expect(cursors).toEqual(world.log.map(({ cursor }) => cursor));
	}, 60_000);
});
