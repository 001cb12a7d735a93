import type { Duplex } from "node:stream";
import type { RawData, WebSocket } from "ws";
import { FramePad } from "./FramePad.ts";
import { frameLength, type Message } from "./frames.ts";
import type { LiveSocket, LiveSocketListener } from "./LiveSocket.ts";
import { type Flushable, flushAtEndOfTurn } from "./turnWrites.ts";

const pad = new FramePad();

const owner = Symbol("the WsSocket of a socket");

/** The sockets know whose they are, so that thousands need no functions of their own. */
type Owned<T> = T & { [owner]: WsSocket };

function heard(this: unknown, data: RawData, isBinary: boolean): void {
	listenerOf(this).receive(isBinary ? "" : data.toString());
}

function controlled(this: unknown): void {
	listenerOf(this).controlled();
}

function hasDrained(this: unknown): void {
	listenerOf(this).alive();
	listenerOf(this).drained();
}

function isGone(this: unknown): void {
	listenerOf(this).gone();
}

function closeFollows(): void {}

function listenerOf(socket: unknown): LiveSocketListener {
	return (socket as Owned<object>)[owner].listener;
}

/**
 * The wire over `ws`. `ws` reads and does the control frames; our messages are framed here and written to the
 * socket beneath it, all of a turn in one write [L12]. That is sound while compression is off: then `ws` too writes
 * whole frames at once.
 */
export class WsSocket implements LiveSocket, Flushable {
	/** What leaves at the end of this turn; null: nothing. */
	#messages: Message[] | null = null;
	#bytes = 0;
	#listener: LiveSocketListener | null = null;

	constructor(
		private readonly ws: WebSocket,
		private readonly wire: Duplex,
	) {}

	/** Tells `listener` what comes in. Call it once. */
	listenTo(listener: LiveSocketListener): void {
		this.#listener = listener;
		const { ws, wire } = this;
		(ws as Owned<WebSocket>)[owner] = this;
		(wire as Owned<Duplex>)[owner] = this;
		ws.on("message", heard).on("ping", controlled).on("pong", controlled);
		ws.on("error", closeFollows).on("close", isGone);
		wire.on("drain", hasDrained);
	}

	/** Whom it tells. */
	get listener(): LiveSocketListener {
		return this.#listener as LiveSocketListener;
	}

	send(head: string, tail?: Buffer): void {
		if (this.ws.readyState !== this.ws.OPEN) return;
		if (this.#messages) this.#messages.push({ head, tail });
		else {
			this.#messages = [{ head, tail }];
			flushAtEndOfTurn(this);
		}
		this.#bytes += frameLength(head, tail);
	}

	get waitingBytes(): number {
		return this.wire.writableLength + this.#bytes;
	}

	flush(): void {
		const messages = this.#messages;
		const bytes = this.#bytes;
		this.#messages = null;
		this.#bytes = 0;
		if (!messages || this.ws.readyState !== this.ws.OPEN) return;
		this.wire.write(pad.join(messages, bytes));
		// What the kernel took at once causes no "drain", however much it was.
		if (this.wire.writableLength === 0) this.#listener?.drained();
		else pad.giveAway();
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
