import { randomBytes } from "node:crypto";
import { connect, type Socket } from "node:net";
import { FrameReader } from "./FrameReader.ts";
import { pongFrame, textFrame } from "./frames.ts";

/** Where a socket is opened, and as whom. */
export interface SocketPlace {
	readonly port: number;
	readonly path: string;
	readonly subprotocol: string | null;
	readonly cookie: string | null;
}

/** What the owner of a socket hears: once open, every text message. */
export interface SocketOwner {
	opened(): void;
	/** The text is null while nothing is collected. */
	text(text: string | null): void;
	/** It ended, and not because `cut` was called. */
	lost(reason: string): void;
}

/** All sockets read into one buffer: what is read is looked at before the next read. */
const shared = Buffer.allocUnsafe(256 * 1024);

/** A WebSocket that can do what load needs and no more: it opens, counts, answers pings, and sends text. */
export class LoadSocket {
	readonly #wire: Socket;
	readonly #reader: FrameReader;
	readonly #owner: SocketOwner;
	#answer = "";
	#isOpen = false;
	#isCut = false;

	constructor(place: SocketPlace, owner: SocketOwner) {
		this.#owner = owner;
		this.#reader = new FrameReader({
			text: (text) => owner.text(text),
			ping: (payload) => this.#wire.write(pongFrame(payload)),
			closed: (code) => this.#end(`closed by the server (${code ?? "without a code"})`),
		});
		const callback = (length: number, buffer: Uint8Array) => {
			this.#receive(buffer as Buffer, length);
			return true;
		};
		this.#wire = connect({ port: place.port, host: "127.0.0.1", onread: { buffer: shared, callback } });
		this.#wire.setNoDelay(true);
		this.#wire.on("error", (error) => this.#end(error.message));
		this.#wire.on("close", () => this.#end("the connection ended"));
		this.#wire.write(upgradeRequest(place));
	}

	/** From now on texts are only counted. */
	countOnly(): void {
		this.#reader.isCollecting = false;
	}

	collect(): void {
		this.#reader.isCollecting = true;
	}

	/** From now on of each text only the beginning is handed over. */
	keepOnly(bytes: number): void {
		this.#reader.keptBytes = bytes;
	}

	/** False once it was cut or lost. */
	get isConnected(): boolean {
		return !this.#isCut;
	}

	/** The texts leave in one write. */
	send(...texts: string[]): void {
		this.#wire.write(Buffer.concat(texts.map(textFrame)));
	}

	/** What comes waits in the kernel, and then at the server. */
	stopReading(): void {
		this.#wire.pause();
	}

	/** Ends it without a word, as a lost Wi-Fi does. */
	cut(): void {
		this.#isCut = true;
		this.#wire.destroy();
	}

	#receive(buffer: Buffer, length: number): void {
		if (this.#isCut) return;
		if (this.#isOpen) return this.#reader.feed(buffer, length);
		this.#answer += buffer.toString("latin1", 0, length);
		const end = this.#answer.indexOf("\r\n\r\n");
		if (end < 0) return;
		if (!this.#answer.startsWith("HTTP/1.1 101"))
			return this.#end(this.#answer.split("\r\n")[0] ?? "refused");
		const rest = Buffer.from(this.#answer.slice(end + 4), "latin1");
		this.#answer = "";
		this.#isOpen = true;
		this.#owner.opened();
		if (rest.length > 0) this.#reader.feed(rest, rest.length);
	}

	#end(reason: string): void {
		if (this.#isCut) return;
		this.cut();
		this.#owner.lost(reason);
	}
}

function upgradeRequest({ port, path, subprotocol, cookie }: SocketPlace): string {
	return [
		`GET ${path} HTTP/1.1`,
		`Host: localhost:${port}`,
		"Upgrade: websocket",
		"Connection: Upgrade",
		"Sec-WebSocket-Version: 13",
		`Sec-WebSocket-Key: ${randomBytes(16).toString("base64")}`,
		...(subprotocol ? [`Sec-WebSocket-Protocol: ${subprotocol}`] : []),
		...(cookie ? [`Cookie: ${cookie}`] : []),
		"",
		"",
	].join("\r\n");
}
