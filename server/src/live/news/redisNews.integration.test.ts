import { randomUUID } from "node:crypto";
import { connect, createServer, type Server, type Socket } from "node:net";
import { afterEach, describe, expect, it, vi } from "vitest";
import { TestClient } from "../testing/socketPair.ts";
import { person, type TestWorld, testWorld } from "../testing/testWorld.ts";
import { redisNews } from "./redisNews.ts";

const redisUrl = process.env.REDIS_URL ?? "";
const COUNTER = "subscription { counter(id: 1) { value } }";

/** A wire to Redis that can be cut and mended. */
class Wire {
	readonly #sockets = new Set<Socket>();
	#server: Server | null = null;
	#port = 0;

	get url(): string {
		return `redis://127.0.0.1:${this.#port}`;
	}

	async mend(): Promise<void> {
		const { hostname, port } = new URL(redisUrl);
		const server = createServer((near) => {
			const far = connect(Number(port || 6379), hostname);
			for (const [socket, other] of [
				[near, far],
				[far, near],
			] as const) {
				this.#sockets.add(socket);
				socket.on("error", () => {});
				socket.on("close", () => other.destroy());
				socket.pipe(other);
			}
		});
		this.#server = server;
		await new Promise<void>((resolve) => server.listen(this.#port, "127.0.0.1", resolve));
		this.#port = (server.address() as { port: number }).port;
	}

	async cut(): Promise<void> {
		const closed = new Promise((resolve) => this.#server?.close(resolve));
		for (const socket of this.#sockets) socket.destroy();
		this.#sockets.clear();
		await closed;
	}
}

describe.skipIf(!redisUrl)("[L13] news through Redis (needs REDIS_URL)", () => {
	const ends: (() => Promise<unknown>)[] = [];

	afterEach(async () => {
		for (const end of ends.splice(0)) await end();
	});

	async function twoInstances(): Promise<[TestWorld, TestWorld, Wire]> {
		const wire = new Wire();
		await wire.mend();
		const channel = randomUUID();
		const worlds = [redisUrl, wire.url].map((url) => testWorld({ news: redisNews(url, channel) }));
		const [first, second] = worlds as [TestWorld, TestWorld];
		ends.push(
			() => first.live.stop(),
			() => second.live.stop(),
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
