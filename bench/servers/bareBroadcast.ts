import { readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { type WebSocket, WebSocketServer } from "ws";

/**
 * A bare broadcast: what `ws` alone can do with the same bytes. Who opens `/` is a subscriber. A text message on
 * `/trigger` is the name of a payload, which is sent to every subscriber at once. The payload file is JSON, name to
 * text; each text is encoded once, as a good broadcast would.
 */
const texts = JSON.parse(readFileSync(process.argv[2] as string, "utf8")) as Record<string, string>;
const payloads = new Map(Object.entries(texts).map(([name, text]) => [name, Buffer.from(text)]));
const subscribers = new Set<WebSocket>();

function broadcast(name: string): void {
	const payload = payloads.get(name);
	if (!payload) throw new Error(`no payload ${name}`);
	for (const socket of subscribers) socket.send(payload, { binary: false });
}

const server = new WebSocketServer({ port: 0, host: "127.0.0.1" });
server.on("connection", (socket, { url }) => {
	socket.on("error", () => {});
	if (url === "/trigger") {
		socket.on("message", (name) => broadcast(String(name)));
		return;
	}
	subscribers.add(socket);
	socket.on("close", () => subscribers.delete(socket));
});
server.on("listening", () => console.log((server.address() as AddressInfo).port));
