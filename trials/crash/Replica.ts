import * as Y from "yjs";
import { DRAFT_UPDATES } from "../../bench/stage/operations.ts";
import type { GraphLine } from "../house/GraphLine.ts";

interface Slice {
	readonly cursor: string;
	readonly isSnapshot: boolean;
	readonly updates: readonly string[];
}

/** The place in the log that a cursor names. */
export function seqOf(cursor: string): number {
	return Number(cursor.slice(cursor.indexOf(".") + 1));
}

/** A copy of the draft that follows its log, and sees whether any update is left out or comes twice. */
export class Replica {
	readonly doc = new Y.Doc();
	readonly #draftId: string;
	readonly #onFault: (fault: string) => void;
	readonly #waiting = new Set<() => void>();
	#cursor: string | null = null;

	constructor(draftId: string, onFault: (fault: string) => void) {
		this.#draftId = draftId;
		this.#onFault = onFault;
		this.doc.gc = true;
	}

	/** -1: nothing has come yet. */
	get seq(): number {
		return this.#cursor === null ? -1 : seqOf(this.#cursor);
	}

	get fragment(): Y.XmlFragment {
		return this.doc.getXmlFragment("document");
	}

	/** Words of every paragraph, in order. */
	get paragraphs(): string[] {
		return this.fragment.toArray().map((element) => textOf(element as Y.XmlElement));
	}

	/** From where it stands, over this line. */
	follow(line: GraphLine): void {
		const variables = { draftId: this.#draftId, after: this.#cursor };
		line.subscribe<{ draftUpdates: Slice }>(DRAFT_UPDATES, variables, ({ draftUpdates }) =>
			this.#meet(draftUpdates),
		);
	}

	/** Resolves when it holds everything up to this place; false: not within `ms`. */
	async reaches(seq: number, ms: number): Promise<boolean> {
		const deadline = performance.now() + ms;
		while (this.seq < seq && performance.now() < deadline)
			await new Promise<void>((resolve) => {
				const timer = setTimeout(() => resolve(), deadline - performance.now());
				this.#waiting.add(() => {
					clearTimeout(timer);
					resolve();
				});
			});
		return this.seq >= seq;
	}

	/** Whether both hold the same, down to what was deleted. */
	isEqualTo(other: Replica): boolean {
		return (
			this.fragment.toString() === other.fragment.toString() &&
			Y.equalSnapshots(Y.snapshot(this.doc), Y.snapshot(other.doc))
		);
	}

	#meet({ cursor, isSnapshot, updates }: Slice): void {
		const grown = seqOf(cursor) - this.seq;
		if (!isSnapshot && grown !== updates.length)
			this.#onFault(`${updates.length} updates came for ${grown} places of the log, up to ${cursor}`);
		for (const update of updates) Y.applyUpdate(this.doc, Buffer.from(update, "base64"), this);
		if (this.doc.store.pendingStructs || this.doc.store.pendingDs)
			this.#onFault(`up to ${cursor}, an update came before what it builds on`);
		this.#cursor = cursor;
		for (const wake of this.#waiting) wake();
		this.#waiting.clear();
	}
}

function textOf(element: Y.XmlElement): string {
	return element
		.toArray()
		.map((part) => String(part))
		.join("");
}
