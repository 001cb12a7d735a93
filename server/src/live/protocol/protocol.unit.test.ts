import { describe, expect, it, vi } from "vitest";
import { CloseCode, TurnBudget } from "../index.ts";
import { settled, TestClient } from "../testing/socketPair.ts";
import { person, testWorld } from "../testing/testWorld.ts";

const COUNTER = "subscription ($id: ID!) { counter(id: $id) { value } }";

describe("[L1] the protocol", () => {
	it("acknowledges connection_init", async () => {
		const client = await TestClient.ready(testWorld().live);
		expect(client.closed).toBeNull();
	});

	it("closes 4408 when connection_init does not come in time", async () => {
		const { live } = testWorld({ limits: { initTimeoutMs: 5 } });
		const client = new TestClient(live);
		await vi.waitFor(() => expect(client.closed?.code).toBe(CloseCode.ConnectionInitialisationTimeout));
	});

	it("closes 4429 at a second connection_init", async () => {
		const client = await TestClient.ready(testWorld().live);
		client.say({ type: "connection_init" });
		expect(client.closed?.code).toBe(CloseCode.TooManyInitialisationRequests);
	});

	it("closes 4401 when something is asked before the acknowledgement", () => {
		const client = new TestClient(testWorld().live);
		client.subscribe("1", "{ value }");
		expect(client.closed?.code).toBe(CloseCode.Unauthorized);
	});

	it("closes 4403 when the viewer is refused", async () => {
		const client = new TestClient(testWorld().live, "expired");
		client.say({ type: "connection_init" });
		await vi.waitFor(() => expect(client.closed?.code).toBe(CloseCode.Forbidden));
	});

	it("closes 1013 when the viewer cannot be known just now", async () => {
		const { live } = testWorld({ viewerOf: () => Promise.reject(new Error("the database is gone")) });
		const client = new TestClient(live);
		client.say({ type: "connection_init" });
		await vi.waitFor(() => expect(client.closed?.code).toBe(CloseCode.TryAgainLater));
	});

	it.each([
		["no JSON", "hello"],
		["an array", "[]"],
		["an unknown type", '{"type":"connection_ack"}'],
		["no id", '{"type":"subscribe","payload":{"query":"{ value }"}}'],
		["an empty id", '{"type":"complete","id":""}'],
		["an endless id", JSON.stringify({ type: "complete", id: "x".repeat(200) })],
		["no query", '{"type":"subscribe","id":"1","payload":{}}'],
		[
			"variables that are a list",
			'{"type":"subscribe","id":"1","payload":{"query":"{ value }","variables":[]}}',
		],
		["a binary frame", ""],
	])("closes 4400 at %s", async (_what, text) => {
		const client = await TestClient.ready(testWorld().live);
		client.say(text);
		expect(client.closed?.code).toBe(CloseCode.BadRequest);
	});

	it("closes 4409 when an id is used twice, and lets it be used again once it is complete", async () => {
		const world = testWorld();
		const client = await TestClient.ready(world.live);
		client.subscribe("1", COUNTER, { id: "a" });
		await client.next("1");
		client.say({ type: "complete", id: "1" });
		client.subscribe("1", COUNTER, { id: "a" });
		await client.next("1");
		client.subscribe("1", COUNTER, { id: "a" });
		expect(client.closed?.code).toBe(CloseCode.SubscriberAlreadyExists);
	});

	it("answers ping with pong, and echoes only a small payload", async () => {
		const client = await TestClient.ready(testWorld().live);
		client.say({ type: "ping", payload: { at: 1 } });
		expect(await client.hears("pong")).toEqual({ type: "pong", payload: { at: 1 } });
		client.say({ type: "ping", payload: { big: "x".repeat(2_000) } });
		expect(await client.hears("pong")).toEqual({ type: "pong" });
	});

	it("does not stumble over a ping that is nested without end, and does not write about it", async () => {
		const warn = vi.fn();
		const client = await TestClient.ready(testWorld({ log: { warn } }).live);
		const nested = `${"[".repeat(30_000)}${"]".repeat(30_000)}`;
		client.say(`{"type":"ping","payload":{"x":${nested}}}`);
		expect(await client.hears("pong")).toEqual({ type: "pong" });
		expect([client.closed, warn.mock.calls]).toEqual([null, []]);
		expect(() => JSON.stringify(JSON.parse(nested))).toThrow(RangeError);
	});

	it("tells the log what broke, where the log looks for it", async () => {
		const warn = vi.fn();
		const fault = new Error("the database is gone");
		const { live } = testWorld({ viewerOf: () => Promise.reject(fault), log: { warn } });
		const client = new TestClient(live);
		client.say({ type: "connection_init" });
		await vi.waitFor(() => expect(warn).toHaveBeenCalledWith({ err: fault }, expect.any(String)));
	});

	it("executes queries and mutations, and completes them", async () => {
		const client = await TestClient.ready(testWorld().live);
		client.subscribe("m", "mutation { set(value: 7) }");
		expect(await client.next("m")).toEqual({ data: { set: 7 } });
		await client.hears("complete", "m");
		client.subscribe("q", "{ value }");
		expect(await client.next("q")).toEqual({ data: { value: 7 } });
		await client.hears("complete", "q");
	});

	it("says nothing more of an operation that the client completed", async () => {
		const world = testWorld();
		let open = () => {};
		world.gate = new Promise<void>((resolve) => {
			open = resolve;
		});
		const client = await TestClient.ready(world.live);
		client.subscribe("q", "{ slow }");
		client.say({ type: "complete", id: "q" });
		open();
		await settled();
		expect(client.received).toEqual([]);
	});

	it("tells a refused document by an error message, and stays open", async () => {
		const client = await TestClient.ready(testWorld().live);
		client.subscribe("1", "{ nothing }");
		const { payload } = await client.hears("error", "1");
		expect(payload[0].message).toContain("nothing");
		expect(client.closed).toBeNull();
	});

	it("tells a refused entrance by an error message", async () => {
		const client = await TestClient.ready(testWorld().live);
		client.subscribe("1", COUNTER, { id: "closed" });
		const { payload } = await client.hears("error", "1");
		expect(payload[0].extensions.code).toBe("NOT_FOUND");
	});
});

describe("[L15] what one client may take", () => {
	it("refuses one operation too many with a typed error", async () => {
		const { live } = testWorld({ limits: { operationsPerSocket: 2 } });
		const client = await TestClient.ready(live);
		for (const id of ["1", "2", "3"]) client.subscribe(id, COUNTER, { id });
		const { payload } = await client.hears("error", "3");
		expect(payload[0].extensions.code).toBe("TOO_MANY_OPERATIONS");
	});

	it("closes 4430 at one socket too many of a sign-in, and lets another come when one has gone", async () => {
		const world = testWorld({ limits: { socketsPerSignIn: 1 } });
		world.people.set("ada", person("ada"));
		const first = await TestClient.ready(world.live, "ada");
		const second = new TestClient(world.live, "ada");
		second.say({ type: "connection_init" });
		await vi.waitFor(() => expect(second.closed?.code).toBe(CloseCode.TooManySockets));
		first.cut();
		await TestClient.ready(world.live, "ada");
	});

	it("closes 4431 at one message too many in a second", async () => {
		const { live } = testWorld({ limits: { messagesPerSecond: 10 } });
		const client = await TestClient.ready(live);
		for (let count = 0; count < 25; count += 1) client.say({ type: "ping" });
		expect(client.closed?.code).toBe(CloseCode.TooManyMessages);
	});

	it("counts pings and pongs of WebSocket's own among them, and reads nothing more", async () => {
		const { live } = testWorld({ limits: { messagesPerSecond: 10 } });
		const client = await TestClient.ready(live);
		for (let count = 0; count < 25; count += 1) client.pong();
		expect(client.closed?.code).toBe(CloseCode.TooManyMessages);
		expect(client.isPaused).toBe(true);
	});

	it("[L17] is read no further in a turn in which its messages took long; with patience it is", async () => {
		const long = `{"type":"ping","payload":{"x":"${"y".repeat(10_000)}"}}`;
		const worlds = [testWorld({ turnBudget: new TurnBudget(0.000_001) }), testWorld()];
		const clients = await Promise.all(worlds.map(({ live }) => TestClient.ready(live)));
		for (const client of clients) for (let count = 0; count < 5; count += 1) client.say(long);
		expect(clients.map(({ isPaused }) => isPaused)).toEqual([true, false]);
		for (const client of clients) for (let count = 0; count < 5; count += 1) await client.hears("pong");
		expect(clients.map(({ closed, isPaused }) => [closed, isPaused])).toEqual([
			[null, false],
			[null, false],
		]);
	});

	it("reads no further while too many operations are under way", async () => {
		const world = testWorld({ limits: { runningPerSocket: 2 } });
		let open = () => {};
		world.gate = new Promise<void>((resolve) => {
			open = resolve;
		});
		const client = await TestClient.ready(world.live);
		client.subscribe("1", "{ slow }");
		expect(client.isPaused).toBe(false);
		client.subscribe("2", "{ slow }");
		expect(client.isPaused).toBe(true);
		open();
		await client.hears("complete", "1");
		expect(client.isPaused).toBe(false);
	});

	it("drops a client that asks and does not read", async () => {
		const { live } = testWorld({ limits: { waitingBytes: 1_000 } });
		const client = await TestClient.ready(live);
		client.isReading = false;
		for (let count = 0; count < 100; count += 1) client.say({ type: "ping" });
		expect(client.closed?.code).toBe(CloseCode.TooSlow);
		expect(client.isTerminated).toBe(true);
		expect(live.health().sockets).toBe(0);
	});
});

describe("without the limits", () => {
	it("none of these would be refused", async () => {
		const limits = {
			operationsPerSocket: 100,
			socketsPerSignIn: 100,
			messagesPerSecond: 100,
			initTimeoutMs: 60_000,
		};
		const world = testWorld({ limits });
		world.people.set("ada", person("ada"));
		const clients = [await TestClient.ready(world.live, "ada"), await TestClient.ready(world.live, "ada")];
		for (let count = 0; count < 25; count += 1) clients[0]?.subscribe(`s${count}`, COUNTER, { id: count });
		await clients[0]?.next("s24");
		expect(clients.map(({ closed }) => closed)).toEqual([null, null]);
	});
});

describe("[L14] signs of life", () => {
	it("drops a socket that does not answer a ping before the next", async () => {
		const { live } = testWorld({ limits: { pingEveryMs: 24 } });
		const silent = await TestClient.ready(live);
		await vi.waitFor(() => expect(silent.isTerminated).toBe(true));
		expect(silent.pings).toBe(1);
		await live.stop();
	});

	it("tells the streams of a socket that is dropped, so that presence is right again [32]; unasked, it would stay", async () => {
		const [asking, patient] = [testWorld({ limits: { pingEveryMs: 24 } }), testWorld()];
		const clients: TestClient[] = [];
		for (const { live } of [asking, patient]) {
			const client = await TestClient.ready(live);
			client.subscribe("s", COUNTER, { id: "a" });
			await client.next("s");
			clients.push(client);
		}
		await vi.waitFor(() => expect(clients[0]?.isTerminated).toBe(true));
		expect([asking.left, asking.live.health().groups]).toEqual([1, 0]);
		expect([clients[1]?.isTerminated, patient.left, patient.live.health().groups]).toEqual([false, 0, 1]);
		for (const { live } of [asking, patient]) await live.stop();
	});

	it("keeps one that answers", async () => {
		const { live } = testWorld({ limits: { pingEveryMs: 24 } });
		const client = await TestClient.ready(live);
		client.ping = () => {
			client.pings += 1;
			client.pong();
		};
		await vi.waitFor(() => expect(client.pings).toBeGreaterThan(3));
		expect(client.isTerminated).toBe(false);
		await live.stop();
	});
});

describe("[L16] restarting", () => {
	it("closes every socket with 1012: come back", async () => {
		const { live } = testWorld();
		const client = await TestClient.ready(live);
		await live.stop();
		expect(client.closed?.code).toBe(CloseCode.ServiceRestart);
		const late = new TestClient(live);
		expect(late.closed?.code).toBe(CloseCode.ServiceRestart);
	});
});
