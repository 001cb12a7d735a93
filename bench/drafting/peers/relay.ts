import type { AddressInfo, Socket } from "node:net";
import { type WebSocket, WebSocketServer } from "ws";

/**
 * A bare relay with `ws`: every message goes to everybody else, nothing is kept. `frames`: each frame is a write of its
 * own; `joined`: what came in one turn of the event loop leaves in one write for each socket.
 */
const isJoined = process.argv[2] === "joined";
const sockets = new Set<WebSocket>();
const waiting: { from: WebSocket; message: Buffer }[] = [];

function relay(from: WebSocket, message: Buffer): void {
	for (const socket of sockets) if (socket !== from) socket.send(message, { binary: true });
}

function relaySoon(from: WebSocket, message: Buffer): void {
	if (waiting.push({ from, message }) === 1) setImmediate(relayAll);
}

function relayAll(): void {
	const messages = waiting.splice(0);
	for (const socket of sockets) {
		const { _socket: wire } = socket as unknown as { _socket: Socket };
		wire.cork();
		for (const { from, message } of messages) if (socket !== from) socket.send(message, { binary: true });
		wire.uncork();
	}
}

const server = new WebSocketServer({ port: 0, host: "127.0.0.1" });
server.on("connection", (socket) => {
	sockets.add(socket);
	socket.on("error", () => {});
	socket.on("close", () => sockets.delete(socket));
	socket.on("message", (message: Buffer) => (isJoined ? relaySoon : relay)(socket, message));
});
server.on("listening", () => console.log((server.address() as AddressInfo).port));
