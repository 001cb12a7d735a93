import { createServer, type Server } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { createClient } from "graphql-ws";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { CloseCode } from "../index.ts";
import { type TestWorld, testWorld } from "../testing/testWorld.ts";

const COUNTER = "subscription ($id: ID!) { counter(id: $id) { id value } }";
const LOG = "subscription ($after: String) { log(id: 1, after: $after) { cursor text } }";

let world: TestWorld;
let server: Server;
let url: string;
/** The server's ends of all sockets. */
let wires: Socket[];

beforeEach(async () => {
	world = testWorld();
	server = createServer();
	wires = [];
	server.on("connection", (wire) => wires.push(wire));
	server.on("upgrade", (request, socket, head) => world.live.accept(request, socket, head));
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(async () => {
	await world.live.stop();
	await new Promise((resolve) => server.close(resolve));
});

interface Heard {
	type: string;
	payload: { data: { counter: { id: string; value: number }; log: { cursor: string; text: string } } };
}

/** A client at the level of messages, whose socket can be stopped from reading. */
class RawClient {
	readonly heard: Heard[] = [];
	/** How often the wire brought something. */
	chunks = 0;
	#wake = () => {};

	private constructor(readonly socket: WebSocket) {
		socket.on("message", (data) => {
			this.heard.push(JSON.parse(String(data)) as Heard);
			this.#wake();
		});
		this.wire.on("data", () => {
			this.chunks += 1;
		});
	}

	static async open(): Promise<RawClient> {
		const socket = new WebSocket(url, "graphql-transport-ws");
		await new Promise((resolve) => socket.once("open", resolve));
		const client = new RawClient(socket);
		socket.send('{"type":"connection_init"}');
		await client.until(() => client.heard.length === 1);
		return client;
	}

	get wire(): Socket {
		return (this.socket as unknown as { _socket: Socket })._socket;
	}

	subscribe(id: string, query: string, variables: object): void {
		this.socket.send(JSON.stringify({ id, type: "subscribe", payload: { query, variables } }));
	}

	async until(isSo: () => boolean): Promise<void> {
		while (!isSo()) await new Promise<void>((resolve) => (this.#wake = resolve));
	}

	get values(): number[] {
		return this.heard.filter(({ type }) => type === "next").map(({ payload }) => payload.data.counter.value);
	}
}

describe("frames", () => {
	it.each([1, 60, 61, 62, 63, 64, 125, 126, 20_000])(
		"arrive whole with an id of %i characters",
		async (length) => {
			const client = await RawClient.open();
			client.subscribe("s", COUNTER, { id: "ä".repeat(length) });
			await client.until(() => client.values.length === 1);
			expect(client.heard.at(-1)?.payload.data.counter.id).toBe("ä".repeat(length));
			client.socket.terminate();
		},
	);

	it("arrive whole beyond 65,535 bytes", async () => {
		const client = await RawClient.open();
		for (const length of [65_400, 65_480, 65_535, 65_536, 1_000_000]) world.commit("x".repeat(length));
		client.subscribe("s", LOG, {});
		await client.until(() => client.heard.length === 6);
		expect(client.heard.slice(1).map(({ payload }) => payload.data.log.text.length)).toEqual([
			65_400, 65_480, 65_535, 65_536, 1_000_000,
		]);
		client.socket.terminate();
	});

	it("arrive all when one turn brings more than may wait, and the kernel takes it at once [L4]", async () => {
		const client = await RawClient.open();
		const ids = Array.from({ length: 40 }, (_, index) => `${index}${"x".repeat(20_000)}`);
		for (const [index, id] of ids.entries()) client.subscribe(`s${index}`, COUNTER, { id });
		await client.until(() => client.values.length === 40);
		world.value = 2;
		for (const id of ids) world.live.announce(`counter:${id}`);
		await client.until(() => client.values.length === 80);
		client.socket.terminate();
	});

	it("[L12] of one turn leave in one write", async () => {
		const client = await RawClient.open();
		for (let id = 0; id < 20; id += 1) client.subscribe(`s${id}`, COUNTER, { id: "same" });
		await client.until(() => client.values.length === 20);
		client.chunks = 0;
		world.value = 2;
		world.live.announce("counter:same");
		await client.until(() => client.values.length === 40);
		expect(client.chunks).toBe(1);
		client.socket.terminate();
	});
});

describe("a socket that stops reading", () => {
	it("gets the newest state later; the others get everything meanwhile", async () => {
		const id = "x".repeat(20_000);
		const [slow, quick] = [await RawClient.open(), await RawClient.open()];
		for (const client of [slow, quick]) {
			client.subscribe("s", COUNTER, { id });
			await client.until(() => client.values.length === 1);
		}
		slow.wire.pause();
		let mostWaiting = 0;
		for (let value = 2; value <= 1_000; value += 1) {
			world.value = value;
			world.live.announce(`counter:${id}`);
			await quick.until(() => quick.values.at(-1) === value);
			mostWaiting = Math.max(mostWaiting, ...wires.map(({ writableLength }) => writableLength));
		}
		expect(mostWaiting).toBeGreaterThan(0);
		expect(mostWaiting).toBeLessThan(128 * 1024 + 2 * id.length); // of 20 MB
		slow.wire.resume();
		await slow.until(() => slow.values.at(-1) === 1_000);
		expect(slow.values.length).toBeLessThan(800);
		expect(slow.values).toEqual([...slow.values].sort((a, b) => a - b));
		for (const { socket } of [slow, quick]) socket.terminate();
	});
});

describe("graphql-ws's client", () => {
	it("comes back by itself after a restart code and is right again", async () => {
		const client = createClient({ url, webSocketImpl: WebSocket, retryWait: async () => {} });
		const values = client.iterate<{ counter: { value: number } }>({ query: COUNTER, variables: { id: "a" } });
		expect((await values.next()).value.data.counter.value).toBe(1);
		const before = world.live;
		world.value = 5;
		Object.assign(world, { live: testWorld({ ...world.options }).live });
		await before.stop();
		expect((await values.next()).value.data.counter.value).toBe(5);
		await client.dispose();
	});

	it("is refused with 4403 and its reason when the sign-in is over", async () => {
		const client = createClient({
			url,
			retryAttempts: 0,
			webSocketImpl: class extends WebSocket {
				constructor(address: string, protocol: string) {
					super(address, protocol, { headers: { cookie: "expired" } });
				}
			},
		});
		const refusal = await client
			.iterate({ query: COUNTER, variables: { id: "a" } })
			.next()
			.catch((error: unknown) => error);
		expect(refusal).toMatchObject({ code: CloseCode.Forbidden, reason: "Forbidden" });
	});
});
