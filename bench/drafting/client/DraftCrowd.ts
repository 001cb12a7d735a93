import { setTimeout as pause } from "node:timers/promises";
import * as Y from "yjs";
import type { DraftTarget } from "./DraftTarget.ts";
import { DraftWriter } from "./DraftWriter.ts";
import type { History, Keystrokes } from "./Keystrokes.ts";
import { type OpenReader, openReader } from "./openReader.ts";

const OPENED_AT_A_TIME = 50;
const PATIENCE_MS = 90_000;
/** What a server has to say on opening has been said by then. */
const SETTLING_MS = 200;
/** Keystrokes made before a measurement: as many as it may take. */
const READY = 90_000;

/**
 * One writer and its readers. Everybody is sent the same messages in the same order, so one reader, the witness, looks
 * into them (a server may put several keystrokes into one), and the others count.
 */
export class DraftCrowd {
	readonly writer: DraftWriter;
	/** Keystrokes that are whole after so many messages. */
	readonly shownAfter: number[] = [0];
	/** Messages that came to each reader. */
	readonly heard: number[];
	/** Told of each message: whose, and the how-manieth of theirs. */
	onMessage: ((reader: number, message: number) => void) | null = null;
	readonly #history: History;
	readonly #readers: readonly OpenReader[];
	#clock = 0;
	#deletions = 0;
	#wake: () => void = () => {};
	#fault: Error | null = null;

	private constructor(writer: DraftWriter, readers: readonly OpenReader[], history: History) {
		this.writer = writer;
		this.#readers = readers;
		this.#history = history;
		this.heard = readers.map(() => 0);
		writer.onLost = (reason) => this.#fail(`the writer was lost: ${reason}`);
		writer.onAnswer = () => this.#wake();
	}

	static async open(target: DraftTarget, count: number, keystrokes: Keystrokes): Promise<DraftCrowd> {
		const readers: OpenReader[] = [];
		const lane = async (first: number) => {
			for (let place = first; place < count; place += OPENED_AT_A_TIME) {
				const cookies = target.cookies.slice(1);
				readers.push(await openReader(target, cookies[place % cookies.length] ?? null));
			}
		};
		await Promise.all(Array.from({ length: Math.min(count, OPENED_AT_A_TIME) }, (_, place) => lane(place)));
		const writer = await DraftWriter.open(target);
		const crowd = new DraftCrowd(writer, readers, keystrokes.of(writer.clientId, READY));
		await pause(SETTLING_MS);
		for (const [place, reader] of readers.entries()) crowd.#listen(reader, place);
		return crowd;
	}

	get size(): number {
		return this.#readers.length;
	}

	/** Keystrokes that the witness has been shown. */
	get shown(): number {
		return this.shownAfter.at(-1) as number;
	}

	/** Keystrokes that are left to be typed. */
	get left(): number {
		return this.#history.updates.length - this.writer.sent;
	}

	type(count: number): void {
		const { sent } = this.writer;
		this.writer.type(this.#history.updates.slice(sent, sent + count));
	}

	/** Resolves when the condition holds; looked at after every message and answer. Rejects when somebody is lost. */
	async until(condition: () => boolean): Promise<void> {
		const deadline = performance.now() + PATIENCE_MS;
		while (!condition()) {
			if (this.#fault) throw this.#fault;
			if (performance.now() > deadline)
				throw new Error(`${this.shown} of ${this.writer.sent} keystrokes were shown`);
			await new Promise<void>((resolve) => {
				const timer = setTimeout(resolve, 1_000);
				this.#wake = () => {
					clearTimeout(timer);
					resolve();
				};
			});
		}
	}

	/** Resolves when everybody has been shown everything that was typed. */
	everybodyHasAll(): Promise<void> {
		const { sent } = this.writer;
		return this.until(
			() => this.shown >= sent && this.heard.every((count) => count >= this.shownAfter.length - 1),
		);
	}

	/** From now on nobody minds that the server goes away. */
	expectTheEnd(): void {
		this.#fail = () => {};
	}

	close(): void {
		this.writer.cut();
		for (const { socket } of this.#readers) socket.cut();
	}

	#listen(reader: OpenReader, place: number): void {
		reader.socket.isCollecting = place === 0;
		reader.onLost = (reason) => this.#fail(`a reader was lost: ${reason}`);
		reader.onUpdates = (updates) => {
			if (updates !== null && place === 0) this.#look(updates);
			const message = (this.heard[place] as number) + 1;
			this.heard[place] = message;
			this.onMessage?.(place, message);
			this.#wake();
		};
	}

	#look(updates: readonly Uint8Array[]): void {
		for (const update of updates) {
			const { structs, ds } = Y.decodeUpdate(update);
			for (const { id, length } of structs)
				if (id.client === this.writer.clientId) this.#clock = Math.max(this.#clock, id.clock + length);
			for (const ranges of ds.clients.values()) for (const { len } of ranges) this.#deletions += len;
		}
		this.shownAfter.push(this.#history.wholeUpTo(this.shown, this.#clock, this.#deletions));
	}

	#fail = (reason: string): void => {
		this.#fault = new Error(reason);
		this.#wake();
	};
}
