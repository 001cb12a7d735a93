import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type LiveServer, liveServer } from "../testing/liveServer.ts";
import { type Ears, type WireClient, wireClients } from "../testing/wireClients.ts";

const COUNTER = "subscription Watch($id: ID!) { counter(id: $id) { id value } }";
const LOG = "subscription Follow($after: String) { log(id: 1, after: $after) { cursor } }";

let server: LiveServer;
let client: WireClient;

beforeEach(async () => {
	server = await liveServer();
});

afterEach(async () => {
	client.close();
	await server.close();
});

/** Remembers what was heard. */
function listener() {
	// biome-ignore lint/suspicious/noExplicitAny: data of every shape
	const heard = { data: [] as any[], codes: [] as unknown[], isComplete: false };
	const ears: Ears = {
		data: (data) => void heard.data.push(data),
		refused: (codes) => void heard.codes.push(...codes),
		complete: () => {
			heard.isComplete = true;
		},
	};
	return { heard, ears };
}

describe.each(wireClients)("[L1] %s, unchanged,", (_name, connect) => {
	beforeEach(() => {
		client = connect(server.url);
	});

	it("gets the state first, then every change, until it leaves", async () => {
		const { world } = server;
		const { heard, ears } = listener();
		const leave = client.ask(COUNTER, { id: "a" }, ears);
		await vi.waitFor(() => expect(heard.data.length).toBe(1));
		world.value = 2;
		world.live.announce("counter:a");
		await vi.waitFor(() => expect(heard.data.map(({ counter }) => counter.value)).toEqual([1, 2]));
		leave();
		await vi.waitFor(() => expect(world.live.health().groups).toBe(0));
	});

	it("gets every event of a log, once and in order", async () => {
		const { world } = server;
		const { heard, ears } = listener();
		world.commit("before");
		client.ask(LOG, { after: null }, ears);
		await vi.waitFor(() => expect(heard.data.length).toBe(1));
		for (let count = 0; count < 99; count += 1) world.live.append("log:1", [world.commit("text")]);
		await vi.waitFor(() => expect(heard.data.length).toBe(100));
		expect(heard.data.map(({ log }) => log.cursor)).toEqual(world.log.map(({ cursor }) => cursor));
	});

	it("is told by code what it may not see, and goes on with the rest", async () => {
		const [refused, allowed] = [listener(), listener()];
		client.ask(COUNTER, { id: "closed" }, refused.ears);
		client.ask(COUNTER, { id: "a" }, allowed.ears);
		await vi.waitFor(() => expect(refused.heard.codes).toEqual(["NOT_FOUND"]));
		await vi.waitFor(() => expect(allowed.heard.data.length).toBe(1));
	});

	it("comes back by itself after a restart, and is right again", async () => {
		const { world } = server;
		const { heard, ears } = listener();
		client.ask(COUNTER, { id: "a" }, ears);
		await vi.waitFor(() => expect(heard.data.length).toBe(1));
		world.value = 7;
		await server.restart();
		await vi.waitFor(() => expect(heard.data.at(-1)?.counter.value).toBe(7));
		world.value = 8;
		world.live.announce("counter:a");
		await vi.waitFor(() => expect(heard.data.at(-1)?.counter.value).toBe(8));
	});
});

describe.each(wireClients.slice(0, 1))("[L1] %s", (_name, connect) => {
	it("sends queries and mutations over the same socket", async () => {
		client = connect(server.url);
		const { heard, ears } = listener();
		client.ask("mutation { set(value: 5) }", {}, ears);
		await vi.waitFor(() => expect(heard).toEqual({ data: [{ set: 5 }], codes: [], isComplete: true }));
	});
});
