import type { Duplex } from "node:stream";
import type { WebSocket } from "ws";
import { frameLength, joinFrames, type Message } from "./frames.ts";
import type { LiveSocket, LiveSocketListener } from "./LiveSocket.ts";
import { type Flushable, flushAtEndOfTurn } from "./turnWrites.ts";

/**
 * The wire over `ws`. `ws` reads and does the control frames; our messages are framed here and written to the
 * socket beneath it, all of a turn in one write [L12]. That is sound while compression is off: then `ws` too writes
 * whole frames at once.
 */
export class WsSocket implements LiveSocket, Flushable {
	#messages: Message[] = [];
	#bytes = 0;
	#listener: LiveSocketListener | null = null;

	constructor(
		private readonly ws: WebSocket,
		private readonly wire: Duplex,
	) {}

	/** Tells `listener` what comes in. Call it once. */
	listenTo(listener: LiveSocketListener): void {
		this.#listener = listener;
		this.ws.on("message", (data, isBinary) => listener.receive(isBinary ? "" : data.toString()));
		this.ws.on("ping", () => listener.alive());
		this.ws.on("pong", () => listener.alive());
		this.ws.on("error", () => {}); // `close` follows
		this.ws.once("close", () => listener.gone());
		this.wire.on("drain", () => {
			listener.alive();
			listener.drained();
		});
	}

	send(head: Buffer, tail?: Buffer): void {
		if (this.ws.readyState !== this.ws.OPEN) return;
		if (this.#messages.length === 0) flushAtEndOfTurn(this);
		this.#messages.push({ head, tail });
		this.#bytes += frameLength(head, tail);
	}

	get waitingBytes(): number {
		return this.wire.writableLength + this.#bytes;
	}

	flush(): void {
		if (this.#messages.length === 0) return;
		const messages = this.#messages;
		const bytes = this.#bytes;
		this.#messages = [];
		this.#bytes = 0;
		if (this.ws.readyState !== this.ws.OPEN) return;
		this.wire.write(joinFrames(messages, bytes));
		// What the kernel took at once causes no "drain", however much it was.
		if (this.wire.writableLength === 0) this.#listener?.drained();
	}

	ping(): void {
		if (this.ws.readyState === this.ws.OPEN) this.ws.ping();
	}

	close(code: number, reason: string): void {
		this.flush();
		this.ws.close(code, reason);
	}

	terminate(): void {
		this.ws.terminate();
	}

	pause(): void {
		this.ws.pause();
	}

	resume(): void {
		this.ws.resume();
	}
}
