import type { GraphQLScalarType } from "graphql";
import { describe, expect, it, vi } from "vitest";
import { settled, TestClient } from "../testing/socketPair.ts";
import { person, type TestWorld, testWorld } from "../testing/testWorld.ts";

const COUNTER = "subscription ($id: ID!) { counter(id: $id) { value } }";

function change(world: TestWorld, value: number): void {
	world.value = value;
	world.live.announce("counter:a");
}

function gate(world: TestWorld): () => void {
	let open = () => {};
	world.gate = new Promise<void>((resolve) => {
		open = () => {
			world.gate = null;
			resolve();
		};
	});
	return () => open();
}

async function watchers(world: TestWorld, count: number): Promise<TestClient[]> {
	const clients: TestClient[] = [];
	for (let index = 0; index < count; index += 1) {
		const client = await TestClient.ready(world.live);
		client.subscribe("s", COUNTER, { id: "a" });
		await client.next("s");
		clients.push(client);
	}
	return clients;
}

describe("[L2] groups", () => {
	it("execute once for each event, however many watch", async () => {
		const world = testWorld();
		const clients = await watchers(world, 20);
		const before = world.executions.counter;
		change(world, 2);
		for (const client of clients) expect(await client.next("s")).toEqual({ data: { counter: { value: 2 } } });
		expect(world.executions.counter).toBe(before! + 1);
		expect(world.live.health().groups).toBe(1);
	});

	it("are the same for the same question asked in another layout or order of variables", async () => {
		const world = testWorld();
		const client = await TestClient.ready(world.live);
		client.say({
			id: "1",
			type: "subscribe",
			payload: { query: COUNTER, variables: { id: "a", unused: 1 } },
		});
		client.subscribe("2", COUNTER.replaceAll(" ", "  \n"), { id: "a" });
		await Promise.all([client.next("1"), client.next("2")]);
		expect(world.live.health().groups).toBe(1);
	});

	it("differ by variables, by document and by scope", async () => {
		const world = testWorld();
		world.people.set("ada", person("ada", ["insider"]));
		const client = await TestClient.ready(world.live);
		const insider = await TestClient.ready(world.live, "ada");
		client.subscribe("1", COUNTER, { id: "a" });
		client.subscribe("2", COUNTER, { id: "b" });
		client.subscribe("3", "subscription ($id: ID!) { counter(id: $id) { id } }", { id: "a" });
		insider.subscribe("1", COUNTER, { id: "a" });
		await Promise.all([client.next("1"), client.next("2"), client.next("3"), insider.next("1")]);
		expect(world.live.health().groups).toBe(4);
	});

	it("end with their last subscriber, and tell the stream", async () => {
		const world = testWorld();
		const [first, second] = await watchers(world, 2);
		first?.say({ type: "complete", id: "s" });
		expect(world.live.health().groups).toBe(1);
		second?.cut();
		expect(world.live.health().groups).toBe(0);
		expect(world.left).toBe(2);
	});
});

describe("[L3] personal answers", () => {
	it("never reach a shared group: it runs as nobody", async () => {
		const world = testWorld();
		world.people.set("ada", person("ada"));
		const client = await TestClient.ready(world.live, "ada");
		client.subscribe("s", "subscription { counter(id: 1) { runsAs } }");
		expect(await client.next("s")).toEqual({ data: { counter: { runsAs: null } } });
	});

	it("make a group of one's own, also from within a fragment", async () => {
		const world = testWorld();
		const query = "subscription { counter(id: 1) { ...Mine } } fragment Mine on Counter { mine runsAs }";
		for (const name of ["ada", "bob"]) {
			world.people.set(name, person(name));
			const client = await TestClient.ready(world.live, name);
			client.subscribe("s", query);
			expect(await client.next("s")).toEqual({ data: { counter: { mine: name, runsAs: name } } });
		}
		expect(world.live.health().groups).toBe(2);
	});
});

describe("[L4] a state", () => {
	it("is executed again when it is announced during an execution, and never goes backwards", async () => {
		const world = testWorld();
		const [client] = await watchers(world, 1);
		const open = gate(world);
		change(world, 2);
		await settled();
		change(world, 3);
		open();
		expect(await client?.next("s")).toEqual({ data: { counter: { value: 2 } } });
		expect(await client?.next("s")).toEqual({ data: { counter: { value: 3 } } });
	});

	it("is executed once more for any number of announcements meanwhile", async () => {
		const world = testWorld();
		const [client] = await watchers(world, 1);
		const before = world.executions.counter!;
		const open = gate(world);
		change(world, 2);
		await settled();
		for (let value = 3; value <= 50; value += 1) change(world, value);
		open();
		await client?.next("s");
		expect(await client?.next("s")).toEqual({ data: { counter: { value: 50 } } });
		expect(world.executions.counter).toBe(before + 2);
	});

	it("is not sent again when it did not change", async () => {
		const world = testWorld();
		const [client] = await watchers(world, 1);
		change(world, 1);
		await settled();
		expect(client?.received).toEqual([]);
	});

	it("is queued for nobody: a slow socket gets only the newest when it reads again", async () => {
		const world = testWorld({ limits: { backlogBytes: 100 } });
		const [slow, quick] = await watchers(world, 2);
		slow!.isReading = false;
		for (let value = 2; value <= 200; value += 1) {
			change(world, value);
			expect(await quick?.next("s")).toEqual({ data: { counter: { value } } });
		}
		expect(slow?.waitingBytes).toBeLessThan(300);
		slow?.catchUp();
		const values = slow?.received.map(({ payload }) => payload.data.counter.value);
		expect(values?.at(-1)).toBe(200);
		expect(values?.length).toBeLessThan(5);
	});
});

describe("[L5] who comes later", () => {
	it("gets the last answer without an execution", async () => {
		const world = testWorld();
		await watchers(world, 50);
		expect(world.executions.counter).toBe(1);
	});

	it("never gets one from before a change that was announced meanwhile", async () => {
		const world = testWorld();
		await watchers(world, 1);
		const late = await TestClient.ready(world.live);
		change(world, 2);
		late.subscribe("s", COUNTER, { id: "a" });
		expect(await late.next("s")).toEqual({ data: { counter: { value: 2 } } });
	});

	it("does not rely on the last answer while news may be lost", async () => {
		let isHealthy = true;
		const news = {
			listen: async () => {},
			publish: () => {},
			isHealthy: () => isHealthy,
			close: async () => {},
		};
		const world = testWorld({ news });
		await watchers(world, 1);
		isHealthy = false;
		world.value = 9;
		const late = await TestClient.ready(world.live);
		late.subscribe("s", COUNTER, { id: "a" });
		expect(await late.next("s")).toEqual({ data: { counter: { value: 9 } } });
	});
});

describe("[L6] a fault", () => {
	it("is no state: who has one keeps it, and gets the next when the fault is over", async () => {
		const world = testWorld({ limits: { retryMs: 5 } });
		const [client] = await watchers(world, 1);
		world.isBroken = true;
		change(world, 2);
		await settled();
		expect(client?.received).toEqual([]);
		world.isBroken = false;
		expect(await client?.next("s")).toEqual({ data: { counter: { value: 2 } } });
	});

	it("is also an answer that cannot be written as JSON: told, masked, and the group goes on", async () => {
		const world = testWorld({ limits: { retryMs: 5 } });
		const int = world.schema.getType("Int") as GraphQLScalarType;
		const serialize = vi.spyOn(int, "serialize").mockImplementation(() => 1n);
		const client = await TestClient.ready(world.live);
		client.subscribe("s", COUNTER, { id: "a" });
		expect((await client.next("s")).errors[0].extensions.code).toBe("INTERNAL_SERVER_ERROR");
		serialize.mockRestore();
		expect(await client.next("s")).toEqual({ data: { counter: { value: 1 } } });
	});

	it("is told, masked, to those who have no state yet, and is made good", async () => {
		const world = testWorld({ limits: { retryMs: 5 } });
		world.isBroken = true;
		const client = await TestClient.ready(world.live);
		client.subscribe("s", COUNTER, { id: "a" });
		const told = await client.next("s");
		expect(told.errors[0].extensions.code).toBe("INTERNAL_SERVER_ERROR");
		expect(JSON.stringify(told)).not.toContain("database");
		world.isBroken = false;
		expect(await client.next("s")).toEqual({ data: { counter: { value: 1 } } });
	});
});
