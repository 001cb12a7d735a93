import { randomUUID } from "node:crypto";
import { Redis } from "ioredis";
import { afterEach, describe, expect, it, vi } from "vitest";
import { CuttableWire } from "../testing/CuttableWire.ts";
import { TestClient } from "../testing/socketPair.ts";
import { person, type TestWorld, testWorld } from "../testing/testWorld.ts";
import { redisNews } from "./redisNews.ts";

const redisUrl = process.env.REDIS_URL ?? "";
const COUNTER = "subscription { counter(id: 1) { value } }";

describe.skipIf(!redisUrl)("[L13] news through Redis (needs REDIS_URL)", () => {
	const ends: (() => Promise<unknown>)[] = [];

	afterEach(async () => {
		for (const end of ends.splice(0)) await end();
	});

	let channel = "";

	async function twoInstances(): Promise<[TestWorld, TestWorld, CuttableWire]> {
		const wire = new CuttableWire(redisUrl);
		await wire.mend();
		channel = randomUUID();
		const worlds = [redisUrl, wire.url].map((url) => testWorld({ news: redisNews(url, channel) }));
		const [first, second] = worlds as [TestWorld, TestWorld];
		ends.push(
			...worlds.map(
				({ live }) =>
					() =>
						live.leaveNews(),
			),
			() => wire.cut(),
		);
		await Promise.all(worlds.map(({ live }) => live.start()));
		await vi.waitFor(() => expect(worlds.every(({ live }) => live.health().news === "up")).toBe(true));
		return [first, second, wire];
	}

	async function watching({ live }: TestWorld, cookie?: string): Promise<TestClient> {
		const client = await TestClient.ready(live, cookie);
		client.subscribe("s", COUNTER);
		await client.next("s");
		return client;
	}

	it("reaches the other instance, in both directions", async () => {
		const [first, second] = await twoInstances();
		for (const [here, there] of [
			[first, second],
			[second, first],
		] as const) {
			const client = await watching(there);
			there.value += 1;
			here.live.announce("counter:1");
			expect(await client.next("s")).toEqual({ data: { counter: { value: there.value } } });
		}
	});

	it("carries events of a log as news only: the other instance reads them", async () => {
		const [first, second] = await twoInstances();
		const client = await TestClient.ready(second.live);
		client.subscribe("s", "subscription { log(id: 1) { cursor } }");
		const event = second.commit("text");
		first.live.append("log:1", [event]);
		expect(await client.next("s")).toEqual({ data: { log: { cursor: "e:1" } } });
	});

	it("ends the sockets of who signed out elsewhere within a second", async () => {
		const [first, second] = await twoInstances();
		second.people.set("ada", person("ada"));
		const client = await watching(second, "ada");
		second.people.delete("ada");
		first.live.viewerChanged("ada");
		await vi.waitFor(() => expect(client.closed?.code).toBe(4403), { timeout: 1_000 });
	});

	it("says so when Redis is lost, and catches up on everything when it is back", async () => {
		const [first, second, wire] = await twoInstances();
		const client = await watching(second);
		await wire.cut();
		await vi.waitFor(() => expect(second.live.health().news).toBe("down"));
		second.value = 7;
		first.live.announce("counter:1");
		expect(client.received).toEqual([]);
		await wire.mend();
		expect(await client.next("s")).toEqual({ data: { counter: { value: 7 } } });
		await vi.waitFor(() => expect(second.live.health().news).toBe("up"));
	});

	it("brings the readers of a log exactly what they missed while Redis was lost", async () => {
		const [first, second, wire] = await twoInstances();
		const client = await TestClient.ready(second.live);
		client.subscribe("s", "subscription { log(id: 1) { cursor } }");
		first.live.append("log:1", [second.commit("before")]);
		await client.hears("next");
		await wire.cut();
		await vi.waitFor(() => expect(second.live.health().news).toBe("down"));
		for (let count = 0; count < 50; count += 1) first.live.append("log:1", [second.commit("meanwhile")]);
		expect(client.received).toEqual([]);
		await wire.mend();
		await vi.waitFor(() => expect(client.received.length).toBe(50), { timeout: 5_000 });
		const cursors = client.received.map(({ payload }) => payload.data.log.cursor);
		expect(cursors).toEqual(second.log.slice(1).map(({ cursor }) => cursor));
	});

	it("has the others catch up when it begins: its predecessor may have died before it could tell", async () => {
		const [first] = await twoInstances();
		const client = await watching(first);
		first.value = 9; // committed by an instance that was killed before it could announce
		const successor = testWorld({ news: redisNews(redisUrl, channel) });
		ends.push(() => successor.live.leaveNews());
		await successor.live.start();
		expect(await client.next("s")).toEqual({ data: { counter: { value: 9 } } });
	});

	it.each(["no letter", "null", "{}", '{"from":"x","number":1}'])(
		"looks at everything again when it hears %s, and hears what comes after it",
		async (text) => {
			const [first, second] = await twoInstances();
			const client = await watching(first);
			first.value = 3;
			const stranger = new Redis(redisUrl);
			ends.push(async () => stranger.disconnect());
			await stranger.publish(channel, text);
			expect(await client.next("s")).toEqual({ data: { counter: { value: 3 } } });
			first.value = 4;
			second.live.announce("counter:1");
			expect(await client.next("s")).toEqual({ data: { counter: { value: 4 } } });
		},
	);

	it("carries what a mutation announces that comes to its end while its instance stops", async () => {
		const [first, second] = await twoInstances();
		const client = await watching(first);
		const writer = await TestClient.ready(second.live);
		let commit = () => {};
		second.gate = new Promise<void>((resolve) => {
			commit = () => {
				first.value = 10;
				second.live.announce("counter:1");
				resolve();
			};
		});
		writer.subscribe("m", "{ slow }"); // as a mutation that waits for its commit
		const stopped = second.live.stop();
		commit();
		await stopped;
		await second.live.leaveNews();
		expect(await client.next("s")).toEqual({ data: { counter: { value: 10 } } });
	});

	it("has the others catch up when it was itself cut off while it announced", async () => {
		const [first, second, wire] = await twoInstances();
		const client = await watching(first);
		await wire.cut();
		await vi.waitFor(() => expect(second.live.health().news).toBe("down"));
		first.value = 8;
		second.live.announce("counter:1");
		await wire.mend();
		expect(await client.next("s")).toEqual({ data: { counter: { value: 8 } } });
	});
});
