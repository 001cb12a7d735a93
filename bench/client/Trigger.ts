import { randomUUID } from "node:crypto";
import { DraftPen } from "./DraftPen.ts";
import { connectionInit } from "./handshake.ts";
import { LoadSocket } from "./LoadSocket.ts";
import type { Target } from "./Target.ts";

interface Answer {
	/** Number of the event, from 0. */
	readonly event: number;
	/** ms of `performance.now`. */
	readonly at: number;
	readonly text: string;
}

/** Causes events, over sockets of its own; throws away what they answer, except when, and refusals. */
export class Trigger {
	readonly #target: Target;
	readonly #sockets: LoadSocket[] = [];
	readonly #fail: (fault: Error) => void;
	readonly #pens: readonly DraftPen[];
	#events = 0;
	#bursts = 0;
	onAnswer: (answer: Answer) => void = () => {};

	private constructor(target: Target, fail: (fault: Error) => void) {
		this.#target = target;
		this.#fail = fail;
		this.#pens = (target.pens ?? []).map(({ clientId, bytes }) => new DraftPen(clientId, bytes));
	}

	static async open(target: Target, fail: (fault: Error) => void): Promise<Trigger> {
		const trigger = new Trigger(target, fail);
		const cookies = target.triggerCookies.length > 0 ? target.triggerCookies : [null];
		for (const cookie of cookies) await trigger.#openSocket(cookie);
		return trigger;
	}

	/** Number of the next event. */
	get next(): number {
		return this.#events;
	}

	/** Causes so many events, in one write, by the target's messages in turn. */
	burst(count: number): void {
		const socket = this.#sockets[this.#bursts++ % this.#sockets.length] as LoadSocket;
		const messages = Array.from({ length: count }, () => this.#message());
		socket.send(...messages);
	}

	close(): void {
		for (const socket of this.#sockets) socket.cut();
	}

	#message(): string {
		const event = this.#events++;
		const { triggers } = this.#target;
		const place = event % triggers.length;
		return (triggers[place] as string)
			.replace("$UPDATE", () => this.#pens[place]?.write() ?? "")
			.replace("$ID", `e${event}`)
			.replace("$UUID", randomUUID())
			.replace("$OPTION", event % 2 === 0 ? "A" : "B");
	}

	#openSocket(cookie: string | null): Promise<void> {
		const { port, triggerPath, subprotocol } = this.#target;
		return new Promise((resolve) => {
			const socket = new LoadSocket(
				{ port, path: triggerPath, subprotocol, cookie },
				{
					opened: () => (subprotocol ? socket.send(connectionInit) : resolve()),
					text: (text) => {
						if (text?.includes('"connection_ack"')) resolve();
						else this.#hear(text ?? "");
					},
					lost: (reason) => this.#fail(new Error(`the socket that triggers events was lost: ${reason}`)),
				},
			);
			this.#sockets.push(socket);
		});
	}

	#hear(text: string): void {
		const event = /"id":"e(\d+)"/.exec(text)?.[1];
		if (event === undefined || text.includes('"complete"')) return;
		if (text.includes('"error') || text.includes('"refusal":{'))
			return this.#fail(new Error(`an event was refused: ${text}`));
		this.onAnswer({ event: Number(event), at: performance.now(), text });
	}
}
