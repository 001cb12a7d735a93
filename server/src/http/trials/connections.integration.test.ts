import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { afterEach, describe, expect, it, vi } from "vitest";
import { WebSocket, WebSocketServer } from "ws";
import { CloseCode } from "../../live/index.ts";
import { RawConnection } from "../testing/rawConnection.ts";
import { type TestHttp, type TestHttpOptions, testHttp } from "../testing/testHttp.ts";

const running: TestHttp[] = [];

/** A server of the test's own. */
async function serving(options: TestHttpOptions = {}): Promise<TestHttp> {
	const http = await testHttp(options);
	running.push(http);
	return http;
}

afterEach(async () => {
	for (const http of running.splice(0)) await http.close();
});

async function opened({ webSocketAddress }: TestHttp): Promise<WebSocket> {
	const socket = new WebSocket(`${webSocketAddress}/graphql`, "graphql-transport-ws");
	await once(socket, "open");
	return socket;
}

async function closeCode(socket: WebSocket): Promise<number> {
	const [code] = (await once(socket, "close")) as [number];
	return code;
}

const INIT = '{"type":"connection_init"}';

describe("[27] connection_init", () => {
	it("is waited for no longer than it may take, 4408; with patience the socket would stay", async () => {
		const hasty = await opened(await serving({ liveLimits: { initTimeoutMs: 20 } }));
		const patient = await opened(await serving({ liveLimits: { initTimeoutMs: 60_000 } }));
		expect(await closeCode(hasty)).toBe(CloseCode.ConnectionInitialisationTimeout);
		expect(patient.readyState).toBe(WebSocket.OPEN);
		patient.send(INIT); // late, and in time
		expect(String((await once(patient, "message"))[0])).toContain("connection_ack");
		patient.terminate();
	});

	it("comes once: twice is 4429", async () => {
		const socket = await opened(await serving());
		socket.send(INIT);
		socket.send(INIT);
		expect(await closeCode(socket)).toBe(CloseCode.TooManyInitialisationRequests);
	});

	it("may not be huge: 1009", async () => {
		const socket = await opened(await serving());
		socket.send(JSON.stringify({ type: "connection_init", payload: { token: "x".repeat(70_000) } }));
		expect(await closeCode(socket)).toBe(CloseCode.MessageTooBig);
	});
});

describe("[28] a message of 90 MB before authentication", () => {
	/** The first bytes of a masked text frame that says how long it is (RFC 6455, 5.2). */
	function frameHead(bytes: number): Buffer {
		const header = Buffer.alloc(14);
		header.writeUInt16BE(0x81ff, 0);
		header.writeUInt32BE(bytes, 6);
		return header;
	}

	it("ends the socket at its header: nothing of it is taken in", async () => {
		const http = await serving();
		const connection = await RawConnection.to(http.address);
		const key = "dGhlIHNhbXBsZSBub25jZQ==";
		connection.send(
			`GET /graphql HTTP/1.1\r\nhost: x\r\nconnection: upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\nsec-websocket-key: ${key}\r\nsec-websocket-protocol: graphql-transport-ws\r\n\r\n`,
		);
		await connection.hears("101 Switching Protocols");
		connection.send(frameHead(90 * 1024 * 1024));
		await connection.hears("\u0003\ufffd"); // a close frame: 1009 begins 0x03 0xf1
		connection.socket.destroy();
	});

	it("would be echoed without the limit", async () => {
		const http = await serving({ liveLimits: { frameBytes: 1024 * 1024 } });
		const socket = await opened(http);
		socket.send(JSON.stringify({ type: "ping", payload: { x: "y".repeat(70_000) } }));
		expect(JSON.parse(String((await once(socket, "message"))[0]))).toEqual({ type: "pong" });
		socket.terminate();
	});
});

describe("[26, 33] sockets that are turned away", () => {
	const upgrade = (more: string) =>
		`GET /graphql HTTP/1.1\r\nhost: x\r\nconnection: upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n${more}\r\n`;
	/** A masked, empty text frame that claims to be compressed: against the rules (RFC 6455, 5.2). */
	const unruly = Buffer.from([0xc1, 0x80, 0, 0, 0, 0]);

	it("cannot bring the server down by what they send without a subprotocol", async () => {
		const http = await serving();
		const connection = (await RawConnection.to(http.address)).send(upgrade(""));
		await connection.hears("Subprotocol not acceptable");
		await connection.send(unruly).ended();
		expect((await fetch(`${http.address}/healthz`)).status).toBe(200);
	});

	it("would, where nobody listens to a socket's errors: they come also after it was closed", async () => {
		const bare = new WebSocketServer({ port: 0 });
		await once(bare, "listening");
		const error = new Promise((resolve) =>
			bare.on("connection", (socket) => {
				expect(socket.listenerCount("error")).toBe(0); // such an event is thrown
				socket.on("error", resolve);
				socket.close();
			}),
		);
		const { port } = bare.address() as AddressInfo;
		const connection = (await RawConnection.to(`http://127.0.0.1:${port}`)).send(upgrade(""));
		await connection.hears("101 Switching Protocols");
		connection.send(unruly);
		expect(await error).toBeInstanceOf(RangeError);
		bare.close();
	});

	/** How the server's side of a refused upgrade fares whose client sends on and then leaves. */
	async function afterSendingOn(address: string, server: Server): Promise<Socket> {
		const accepted = once(server, "connection") as Promise<[Socket]>;
		const connection = await RawConnection.to(address);
		const [side] = await accepted;
		connection.send(upgrade("origin: https://elsewhere.eu\r\n"));
		await connection.hears("403 Forbidden");
		connection.send("and one more thing");
		connection.socket.end();
		await connection.ended();
		return side;
	}

	it("leave nothing behind, whatever they send on", async () => {
		const http = await serving();
		const side = await afterSendingOn(http.address, http.app.server);
		await vi.waitFor(() => expect(side.destroyed).toBe(true));
	});

	it("would stay for good where their connection is only ended", async () => {
		const server = createServer();
		server.on("upgrade", (_request, socket) => {
			socket.on("error", () => {});
			socket.end("HTTP/1.1 403 Forbidden\r\n\r\n");
		});
		await once(server.listen(0, "127.0.0.1"), "listening");
		const { port } = server.address() as AddressInfo;
		const side = await afterSendingOn(`http://127.0.0.1:${port}`, server);
		expect(side.destroyed).toBe(false);
		side.destroy();
		server.close();
	});

	it("are those with long headers, which every socket would keep as long as it lives: 431", async () => {
		const { address } = await serving();
		const protocol = "sec-websocket-protocol: graphql-transport-ws\r\n";
		for (const header of ["cookie: a=", "accept-language: "]) {
			const of = async (length: number) =>
				(await RawConnection.to(address)).send(upgrade(`${protocol}${header}${"x".repeat(length)}\r\n`));
			expect(await (await of(3_000)).ended()).toContain("431");
			const welcome = await of(1_000);
			await welcome.hears("101 Switching Protocols");
			welcome.socket.destroy();
		}
	});
});

describe("[33] answers that nobody reads", () => {
	/** The server's side of a connection that asks for more than the kernel holds, and reads nothing. */
	async function unread(limits: TestHttpOptions["limits"]): Promise<Socket> {
		const http = await serving({ limits: { ...limits, checkMs: 10 } });
		const accepted = once(http.app.server, "connection") as Promise<[Socket]>;
		const connection = await RawConnection.to(http.address);
		connection.socket.pause();
		const body = JSON.stringify({
			query: "query ($name: String) { hello(name: $name) }",
			variables: { name: "x".repeat(390_000) },
		});
		const request = `POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`;
		for (let count = 0; count < 40; count += 1) connection.send(request);
		const [side] = await accepted;
		await vi.waitFor(() => expect(side.writableLength).toBeGreaterThan(0), 10_000);
		return side;
	}

	it("are given up; with patience they would be kept", async () => {
		const [given, kept] = [await unread({ stalledMs: 50 }), await unread({})];
		await vi.waitFor(() => expect(given.destroyed).toBe(true), 10_000);
		expect(kept.destroyed).toBe(false);
		kept.destroy();
	});
});

describe("[33] connections that take their time", () => {
	const hasty = { headersMs: 40, requestMs: 80, keepAliveMs: 40, checkMs: 10 };
	const request = "GET /healthz HTTP/1.1\r\nhost: x\r\n";
	const slow: [what: string, begin: (connection: RawConnection) => unknown][] = [
		["say nothing at all", () => {}],
		["send their headers bit by bit", (connection) => connection.send("GET /graphql HTTP/1.1\r\nx-a: 1\r\n")],
		[
			"send their body bit by bit",
			(connection) =>
				connection.send(
					'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 400\r\n\r\n{"q',
				),
		],
		["idle after an answer", (connection) => connection.send(`${request}\r\n`)],
	];

	it.each(slow)("are ended when they %s; with patience they would stay", async (_what, begin) => {
		const ended = await RawConnection.to((await serving({ limits: hasty })).address);
		const kept = await RawConnection.to((await serving()).address);
		await Promise.all([begin(kept), begin(ended)]);
		await ended.ended();
		expect(kept.isOpen).toBe(true);
		kept.socket.destroy();
	});

	it("may not flood with headers, by size or number: 431", async () => {
		const { address } = await serving();
		const large = (await RawConnection.to(address)).send(`${request}x: ${"y".repeat(20_000)}\r\n\r\n`);
		expect(await large.ended()).toContain("431");
		const many = Array.from({ length: 4_000 }, (_, index) => `x${index}: y\r\n`).join("");
		expect(await (await RawConnection.to(address)).send(`${request}${many}\r\n`).ended()).toContain("431");
	});

	it("may send such headers where the limit is higher", async () => {
		const { address } = await serving({ limits: { headerBytes: 64 * 1024 } });
		const connection = (await RawConnection.to(address)).send(`${request}x: ${"y".repeat(20_000)}\r\n\r\n`);
		await connection.hears("200 OK");
		connection.socket.destroy();
	});

	it("are counted: beyond the most, new ones are closed and the others are served", async () => {
		const { address } = await serving({ limits: { connections: 3 } });
		const idle = [
			await RawConnection.to(address),
			await RawConnection.to(address),
			await RawConnection.to(address),
		];
		await (await RawConnection.to(address)).ended();
		await idle[0]?.send(`${request}\r\n`).hears('"up"');
		for (const { socket } of idle) socket.destroy();
	});
});
