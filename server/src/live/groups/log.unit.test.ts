import { describe, expect, it } from "vitest";
import { settled, TestClient } from "../testing/socketPair.ts";
import { type TestWorld, testWorld } from "../testing/testWorld.ts";

const LOG = "subscription ($after: String) { log(id: 1, after: $after) { cursor text } }";

function append(world: TestWorld, text = "text"): void {
	world.live.append("log:1", [world.commit(text)]);
}

async function reader(world: TestWorld, after: string | null = null): Promise<TestClient> {
	const client = await TestClient.ready(world.live);
	client.subscribe("s", LOG, { after });
	await settled();
	return client;
}

function cursors(client: TestClient): string[] {
	return client.received.filter(({ type }) => type === "next").map(({ payload }) => payload.data.log.cursor);
}

function numbers(from: number, to: number): string[] {
	return Array.from({ length: to - from + 1 }, (_, index) => `e:${from + index}`);
}

describe("[L7] a log", () => {
	it("passes on every event once and in order", async () => {
		const world = testWorld();
		const client = await reader(world);
		for (let count = 0; count < 100; count += 1) append(world);
		await settled();
		expect(cursors(client)).toEqual(numbers(1, 100));
	});

	it("executes once for each event, however many read from wherever", async () => {
		const world = testWorld();
		for (let count = 0; count < 5; count += 1) world.commit("old");
		const clients: TestClient[] = [];
		for (const after of [null, "e:1", "e:2", "e:5"]) clients.push(await reader(world, after));
		expect(world.live.health().groups).toBe(1);
		const before = world.executions.log!;
		append(world);
		await settled();
		for (const client of clients) expect(cursors(client).at(-1)).toBe("e:6");
		expect(world.executions.log).toBe(before + 1);
	});

	it("reads what other instances appended in between, before it passes on its own", async () => {
		const world = testWorld();
		const client = await reader(world);
		append(world);
		await settled();
		world.commit("of another instance");
		append(world);
		await settled();
		expect(cursors(client)).toEqual(numbers(1, 3));
	});

	it("reads what is announced, and doubles nothing that was also appended", async () => {
		const world = testWorld();
		const client = await reader(world);
		world.commit("of another instance");
		world.live.announce("log:1");
		append(world);
		world.live.announce("log:1");
		await settled();
		expect(cursors(client)).toEqual(numbers(1, 2));
	});

	it("tries again after a fault, without a gap", async () => {
		const world = testWorld({ limits: { retryMs: 5 } });
		const client = await reader(world);
		world.isBroken = true;
		world.commit("of another instance");
		world.live.announce("log:1");
		await settled();
		world.isBroken = false;
		const { data } = await client.next("s");
		expect(data.log.cursor).toBe("e:1");
	});
});

describe("[L8] coming back", () => {
	it("brings exactly what was missed, then what follows", async () => {
		const world = testWorld();
		for (let count = 0; count < 10; count += 1) world.commit("old");
		const client = await reader(world, "e:7");
		append(world);
		await settled();
		expect(cursors(client)).toEqual(numbers(8, 11));
	});

	it("leaves no gap and no double when events come during the catch-up", async () => {
		const world = testWorld();
		for (let count = 0; count < 10; count += 1) world.commit("old");
		const client = await TestClient.ready(world.live);
		client.subscribe("s", LOG, { after: "e:3" });
		for (let count = 0; count < 10; count += 1) {
			append(world);
			await Promise.resolve();
		}
		await settled();
		expect(cursors(client)).toEqual(numbers(4, 20));
	});

	it("refuses a cursor that is not of this log", async () => {
		const world = testWorld();
		world.commit("old");
		const client = await reader(world, "of:another:log");
		const { payload } = await client.hears("error", "s");
		expect(payload[0].extensions.code).toBe("INVALID_CURSOR");
	});

	it("catches up by itself with a reader who knows more than this instance", async () => {
		const world = testWorld();
		const first = await reader(world);
		append(world);
		await settled();
		world.commit("of another instance");
		const second = await reader(world, "e:2");
		append(world);
		await settled();
		expect(cursors(first)).toEqual(numbers(1, 3));
		expect(cursors(second)).toEqual(["e:3"]);
	});
});

describe("[L9] a thousand readers who come back at once", () => {
	it("cause a handful of reads, wherever they stood", async () => {
		const world = testWorld();
		for (let count = 0; count < 500; count += 1) world.commit("old");
		const clients: [TestClient, number][] = [];
		for (let index = 0; index < 1_000; index += 1) {
			const stood = (index * 7919) % 500;
			const client = await TestClient.ready(world.live);
			clients.push([client, stood]);
		}
		for (const [client, stood] of clients)
			client.subscribe("s", LOG, { after: stood === 0 ? null : `e:${stood}` });
		await settled();
		for (const [client, stood] of clients) expect(cursors(client)).toEqual(numbers(stood + 1, 500));
		expect(world.reads).toBeLessThanOrEqual(50);
	});
});

describe("[L10] a slow reader", () => {
	it("gets what it missed when it reads again", async () => {
		const world = testWorld({ limits: { backlogBytes: 100 } });
		const client = await reader(world);
		client.isReading = false;
		for (let count = 0; count < 50; count += 1) append(world);
		await settled();
		expect(client.waitingBytes).toBeLessThan(300);
		while (client.waitingBytes > 0) client.catchUp();
		expect(cursors(client)).toEqual(numbers(1, 50));
	});

	it("comes back to a long log at the speed at which it reads: little waits for it", async () => {
		const world = testWorld({ limits: { backlogBytes: 100, tailEvents: 10 } });
		for (let count = 0; count < 200; count += 1) world.commit("old");
		await reader(world, "e:190");
		const slow = await TestClient.ready(world.live);
		slow.isReading = false;
		slow.subscribe("s", LOG, { after: null });
		await settled();
		expect(slow.waitingBytes).toBeLessThan(300);
		while (slow.waitingBytes > 0) {
			slow.catchUp();
			slow.isReading = false;
			await settled();
		}
		expect(cursors(slow)).toEqual(numbers(1, 200));
	});

	it("would have it all wait without that limit", async () => {
		const world = testWorld({ limits: { backlogBytes: Number.POSITIVE_INFINITY, tailEvents: 10 } });
		for (let count = 0; count < 200; count += 1) world.commit("old");
		const slow = await TestClient.ready(world.live);
		slow.isReading = false;
		slow.subscribe("s", LOG, { after: null });
		await settled();
		expect(slow.waitingBytes).toBeGreaterThan(10_000);
	});

	it("is told where to go on when what it missed is no longer kept", async () => {
		const world = testWorld({ limits: { backlogBytes: 100, tailEvents: 10 } });
		const client = await reader(world);
		client.isReading = false;
		for (let count = 0; count < 50; count += 1) append(world);
		await settled();
		client.catchUp();
		const { payload } = await client.hears("error", "s");
		expect(payload[0].extensions).toEqual({ code: "TOO_SLOW", resumeAfter: cursors(client).at(-1) });
	});
});
