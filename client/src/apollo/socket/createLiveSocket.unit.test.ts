import { EventEmitter, once } from "node:events";
import type { AddressInfo } from "node:net";
import { CloseCode } from "@crossroads/shared";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { WebSocket, WebSocketServer } from "ws";
import type { LiveSocket } from "./createLiveSocket.ts";

/** A server of graphql-transport-ws that answers nothing by itself but the handshake and pings. */
let server: WebSocketServer;
/** What came in, over all sockets, as `type` or `subscribe operation`. */
let heard: EventEmitter;
let device: EventTarget;
let answersPings = true;
let socket: LiveSocket;

beforeEach(async () => {
	heard = new EventEmitter();
	answersPings = true;
	server = new WebSocketServer({
		port: 0,
		host: "127.0.0.1",
		handleProtocols: (offered) => [...offered][0] ?? false,
	});
	server.on("connection", (wire) =>
		wire.on("message", (data) => {
			const message = JSON.parse(String(data)) as { type: string; id?: string };
			if (message.type === "connection_init") wire.send('{"type":"connection_ack"}');
			if (message.type === "ping" && answersPings) wire.send('{"type":"pong"}');
			heard.emit(message.type, wire, message.id);
		}),
	);
	await once(server, "listening");
	device = new EventTarget();
	const { port } = server.address() as AddressInfo;
	const own = { location: { href: `http://127.0.0.1:${port}/` } };
	vi.stubGlobal("window", Object.assign(device, own));
	vi.stubGlobal("document", Object.assign(new EventTarget(), { visibilityState: "visible" }));
	vi.stubGlobal("WebSocket", WebSocket);
	vi.spyOn(Math, "random").mockReturnValue(0);
});

afterEach(async () => {
	vi.useRealTimers();
	await socket.client.dispose();
	for (const wire of server.clients) wire.terminate();
	await new Promise((closed) => server.close(closed));
	vi.unstubAllGlobals();
	vi.restoreAllMocks();
});

async function opened(onForbidden?: () => Promise<void>): Promise<LiveSocket> {
	const { createLiveSocket } = await import("./createLiveSocket.ts");
	socket = createLiveSocket("/graphql", onForbidden);
	return socket;
}

function subscribe({ client }: LiveSocket): unknown[] {
	const shown: unknown[] = [];
	const sink = {
		next: (result: { data?: unknown }) => void shown.push(result.data),
		error: () => {},
		complete: () => {},
	};
	client.subscribe({ query: "subscription { value }" }, sink);
	return shown;
}

/** The socket on which the next message of this type comes in, with the message's id. */
async function next(type: string): Promise<[WebSocket, string]> {
	return (await once(heard, type)) as [WebSocket, string];
}

test("a connection that is cut is made again, and what was subscribed is subscribed again", async () => {
	const shown = subscribe(await opened());
	const [first] = await next("subscribe");
	const again = next("subscribe");
	first.terminate();
	const [second, id] = await again;
	expect(second).not.toBe(first);
	second.send(JSON.stringify({ type: "next", id, payload: { data: { value: 2 } } }));
	await vi.waitFor(() => expect(shown).toEqual([{ value: 2 }]));
	expect(socket.connection.get().state).toBe("live");
});

test("after the server's forbidden somebody is asked first, once, and then it is tried at once", async () => {
	const asked = vi.fn(async () => {});
	subscribe(await opened(asked));
	const [first] = await next("subscribe");
	const again = next("subscribe");
	first.close(CloseCode.Forbidden, "Forbidden");
	await again;
	expect(asked).toHaveBeenCalledTimes(1);
	const third = next("subscribe");
	(await [...server.clients][0])?.terminate();
	await third;
	expect(asked).toHaveBeenCalledTimes(1);
});

test("a phone that wakes up asks at once whether the connection still stands", async () => {
	subscribe(await opened());
	await next("subscribe");
	const ping = next("ping");
	device.dispatchEvent(new Event("online"));
	await ping;
});

test("a connection that does not answer is given up after five seconds, and made again", async () => {
	subscribe(await opened());
	const [first] = await next("subscribe");
	answersPings = false;
	vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
	const [ping, again] = [next("ping"), next("subscribe")];
	device.dispatchEvent(new Event("online"));
	await ping;
	await vi.advanceTimersByTimeAsync(4_900);
	expect(first.readyState).toBe(WebSocket.OPEN);
	await vi.advanceTimersByTimeAsync(200);
	let second: WebSocket | null = null;
	void again.then(([wire]) => {
		second = wire;
	});
	while (second === null) {
		await vi.advanceTimersByTimeAsync(100);
		await new Promise((turn) => setImmediate(turn));
	}
	expect(second).not.toBe(first);
});

test("a device that goes offline drops the connection, and comes back with the first sign of the network", async () => {
	subscribe(await opened());
	const [first] = await next("subscribe");
	const [closed, again] = [once(first, "close"), next("subscribe")];
	device.dispatchEvent(new Event("offline"));
	await closed;
	device.dispatchEvent(new Event("online"));
	await again;
});
