import { existsSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { gunzipSync } from "node:zlib";
import * as Y from "yjs";
import type { TraceSource } from "./DraftTarget.ts";

type Patch = readonly [position: number, deleted: number, inserted: string];

interface Trace {
	readonly endContent: string;
	readonly txns: readonly { readonly patches: readonly Patch[] }[];
}

/** Of an editing history made up where the real one is missing: as many keystrokes. */
const GENERATED = 18_335;

/** Who writes where no server gives client ids: as long a number as browsers draw. */
export const ANY_CLIENT = 3_234_567_891;

/** One author's history, as Yjs updates of one client: one for each keystroke. It goes round as often as needed. */
export class Keystrokes {
	readonly name: string;
	readonly #steps: readonly (readonly Patch[])[];
	readonly #endContent: string | null;
	/** That of ANY_CLIENT, and the newest other. */
	readonly #histories = new Map<number, History>();

	constructor({ file, seed }: TraceSource) {
		const trace = file !== null && existsSync(file) ? readTrace(file) : null;
		this.#steps = trace ? trace.txns.map(({ patches }) => patches) : generated(seed);
		this.#endContent = trace ? trace.endContent : null;
		this.name =
			trace && file ? basename(file) : `a generated history (seed ${seed}; no trace at ${file ?? "TRACES"})`;
	}

	/** Keystrokes of one round. */
	get length(): number {
		return this.#steps.length;
	}

	/** The history as this client writes it, at least `count` keystrokes long. */
	of(clientId: number, count: number): History {
		let history = this.#histories.get(clientId);
		if (!history) {
			for (const id of this.#histories.keys()) if (id !== ANY_CLIENT) this.#histories.delete(id);
			history = new History(clientId, this.#steps, this.#endContent);
			this.#histories.set(clientId, history);
		}
		history.lengthen(count);
		return history;
	}
}

/** What one client writes, keystroke by keystroke. */
export class History {
	/** One for each keystroke. */
	readonly updates: Uint8Array[] = [];
	readonly #clientId: number;
	readonly #steps: readonly (readonly Patch[])[];
	readonly #endContent: string | null;
	readonly #doc = new Y.Doc();
	#text = new Y.XmlText();
	/** The client's clock, and the characters deleted, after each keystroke. */
	readonly #clocks: number[] = [];
	readonly #deletions: number[] = [];

	constructor(clientId: number, steps: readonly (readonly Patch[])[], endContent: string | null) {
		this.#clientId = clientId;
		this.#steps = steps;
		this.#endContent = endContent;
		this.#doc.clientID = clientId;
		this.#doc.on("update", (update: Uint8Array) => this.updates.push(update));
	}

	lengthen(count: number): void {
		while (this.updates.length < count) this.#type(this.updates.length);
	}

	/** How many keystrokes are whole, where the client's clock stands here and so many characters were deleted. */
	wholeUpTo(from: number, clock: number, deletions: number): number {
		let count = from;
		while (
			count < this.updates.length &&
			(this.#clocks[count] as number) <= clock &&
			(this.#deletions[count] as number) <= deletions
		)
			count += 1;
		return count;
	}

	/** Each round writes a paragraph of its own; the paragraph belongs to its first keystroke. */
	#type(place: number): void {
		const step = place % this.#steps.length;
		let deleted = this.#deletions.at(-1) ?? 0;
		this.#doc.transact(() => {
			if (step === 0) this.#nextParagraph();
			for (const [position, length, inserted] of this.#steps[step] as readonly Patch[]) {
				if (length > 0) this.#text.delete(position, length);
				if (inserted !== "") this.#text.insert(position, inserted);
				deleted += length;
			}
		});
		this.#clocks.push(Y.getState(this.#doc.store, this.#clientId));
		this.#deletions.push(deleted);
		if (this.updates.length !== place + 1) throw new Error(`keystroke ${place} changes nothing`);
		if (step === this.#steps.length - 1) this.#assertTrue();
	}

	#nextParagraph(): void {
		const paragraph = new Y.XmlElement("paragraph");
		this.#text = new Y.XmlText();
		paragraph.insert(0, [this.#text]);
		const document = this.#doc.getXmlFragment("document");
		document.insert(document.length, [paragraph]);
	}

	/** A true replay ends with the text that the trace says. */
	#assertTrue(): void {
		if (this.#endContent !== null && String(this.#text) !== this.#endContent)
			throw new Error("the replay does not end as the trace says");
	}
}

function readTrace(file: string): Trace {
	const trace = JSON.parse(gunzipSync(readFileSync(file)).toString()) as Trace;
	// Positions count code points, Yjs counts UTF-16: the same as long as there are no others.
	const isPlain = trace.txns.every(({ patches }) =>
		patches.every(([, , inserted]) => !/[\u{10000}-\u{10ffff}]/u.test(inserted)),
	);
	if (!isPlain) throw new Error(`${file} has characters outside the basic plane`);
	const txns = trace.txns.filter(({ patches }) =>
		patches.some(([, length, text]) => length > 0 || text !== ""),
	);
	return { ...trace, txns };
}

/** Typing mostly at the end, now and then elsewhere, and one in seven keystrokes takes a character back. */
function generated(seed: number): (readonly Patch[])[] {
	let state = seed >>> 0;
	const next = (below: number) => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return Math.floor((state / 2 ** 32) * below);
	};
	let length = 0;
	let caret = 0;
	return Array.from({ length: GENERATED }, (): readonly Patch[] => {
		if (next(40) === 0) caret = next(length + 1);
		if (caret > 0 && next(7) === 0) {
			caret -= 1;
			length -= 1;
			return [[caret, 1, ""]];
		}
		const place = caret;
		caret += 1;
		length += 1;
		return [[place, 0, "abcdefghijklmnopqrstuvwxyz    "[next(30)] as string]];
	});
}
