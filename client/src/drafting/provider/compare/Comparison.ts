import { keepFormats } from "@crossroads/shared";
import * as Y from "yjs";

/** What a server's text lacks. */
export interface Missing {
	/** As one update that it can take in; null: nothing, or nothing that it could take in now. */
	readonly update: Uint8Array | null;
	/** Whether there is more: words that are not ours to hand in, or that build on such words. */
	readonly isMore: boolean;
}

/**
 * The server's text as it has reached us, kept beside our own for as long as the two may differ: the text as a whole
 * may come as an older one, with what followed it behind.
 */
export class Comparison {
	readonly #theirs = keepFormats(new Y.Doc());

	/** What came from the server, in order. */
	take(updates: readonly Uint8Array[]): void {
		this.#theirs.transact(() => {
			for (const update of updates) Y.applyUpdate(this.#theirs, update);
		});
	}

	/** What `doc` holds and the server's text does not; `mine`: the client ids whose words we may hand in, null: all. */
	missing(doc: Y.Doc, mine: ReadonlySet<number> | null): Missing {
		if (doc.store.clients.size === 0) return { update: null, isMore: false };
		const copy = keepFormats(new Y.Doc());
		Y.applyUpdate(copy, Y.encodeStateAsUpdate(this.#theirs));
		let update: Uint8Array | null = null;
		// Yjs tells only what was new to it, and what it could take in: the answer to our question.
		copy.on("update", (news: Uint8Array) => {
			update = news;
		});
		Y.applyUpdate(copy, ours(doc, Y.encodeStateVector(copy), mine));
		const isMore = copy.store.pendingStructs !== null || holdsMore(doc, copy);
		copy.destroy();
		return { update, isMore };
	}

	end(): void {
		this.#theirs.destroy();
	}
}

function holdsMore(doc: Y.Doc, copy: Y.Doc): boolean {
	return [...doc.store.clients.keys()].some(
		(client) => Y.getState(doc.store, client) > Y.getState(copy.store, client),
	);
}

function ours(doc: Y.Doc, known: Uint8Array, mine: ReadonlySet<number> | null): Uint8Array {
	const all = Y.encodeStateAsUpdate(doc, known);
	if (mine === null) return all;
	const others = [...doc.store.clients.keys()].filter((client) => !mine.has(client));
	return Y.diffUpdate(all, Y.encodeStateVector(new Map(others.map((client) => [client, 2 ** 50]))));
}
