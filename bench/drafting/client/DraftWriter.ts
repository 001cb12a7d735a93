import { DataSocket } from "./DataSocket.ts";
import type { DraftTarget } from "./DraftTarget.ts";
import { speechOf } from "./dialects.ts";
import { ANY_CLIENT } from "./Keystrokes.ts";

/** In one push at most: what the server takes (shared/drafting), and what fits into one message as base64. */
const MOST_UPDATES = 500;
const MOST_BYTES = 36 * 1024;

/**
 * The writer of a document. To crossroads it speaks as our editor does: one push at a time, what was typed meanwhile
 * goes into the next; each keystroke stays an update of its own. To the others as their own providers do: a message
 * for each keystroke at once.
 */
export class DraftWriter {
	readonly answers: boolean;
	/** The Yjs client id under which it has to write. */
	clientId = ANY_CLIENT;
	sent = 0;
	answered = 0;
	onAnswer: (answered: number) => void = () => {};
	onLost: (reason: string) => void = () => {};
	readonly #speech: ReturnType<typeof speechOf>;
	#socket!: DataSocket;
	#waiting: Uint8Array[] = [];
	#underway = 0;

	private constructor(target: DraftTarget) {
		this.#speech = speechOf(target);
		this.answers = this.#speech.answers;
	}

	static open(target: DraftTarget): Promise<DraftWriter> {
		const writer = new DraftWriter(target);
		const speech = writer.#speech;
		return new Promise((resolve, reject) => {
			let isReady = false;
			const ready = () => {
				isReady = true;
				resolve(writer);
			};
			const place = {
				port: target.port,
				path: speech.path,
				subprotocol: speech.subprotocol,
				cookie: target.cookies[0] ?? null,
			};
			const socket = new DataSocket(place, {
				opened() {
					const greeting = speech.greeting("writer");
					if (greeting.length > 0) socket.send(greeting);
					if (!speech.opensWithText) ready();
				},
				message(payload) {
					const heard = speech.hear(payload as Buffer, "writer");
					if (heard.kind === "say") socket.send(heard.frames);
					else if (heard.kind === "answer") writer.#hearAnswer(heard.count);
					else if (heard.kind === "clientId") {
						writer.clientId = heard.id;
						ready();
					} else if (heard.kind === "whole") ready();
				},
				lost: (reason) => (isReady ? writer.onLost(reason) : reject(new Error(`no writer: ${reason}`))),
			});
			writer.#socket = socket;
		});
	}

	/** Hands these keystrokes in, in one write where the server lets it. */
	type(updates: readonly Uint8Array[]): void {
		this.sent += updates.length;
		if (!this.#speech.waits) return this.#socket.send(this.#speech.push(updates));
		this.#waiting = this.#waiting.concat(updates);
		this.#pushNext();
	}

	cut(): void {
		this.#socket.cut();
	}

	#pushNext(): void {
		if (this.#underway > 0 || this.#waiting.length === 0) return;
		let bytes = 0;
		const most = this.#waiting.findIndex((update, place) => {
			bytes += update.length;
			return place >= MOST_UPDATES || (place > 0 && bytes > MOST_BYTES);
		});
		const taken = this.#waiting.splice(0, most < 0 ? this.#waiting.length : most);
		this.#underway = taken.length;
		this.#socket.send(this.#speech.push(taken));
	}

	#hearAnswer(count: number): void {
		this.answered += this.#speech.waits ? this.#underway : count;
		this.#underway = 0;
		this.#pushNext();
		this.onAnswer(this.answered);
	}
}
