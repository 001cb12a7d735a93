import * as Y from "yjs";

/** What a server's text lacks. */
export interface Missing {
	/** As one update that it can take in; null: nothing, or nothing that it could take in now. */
	readonly update: Uint8Array | null;
	/** Whether there is more: words that are not ours to hand in, or that build on such words. */
	readonly isMore: boolean;
}

/**
 * What `doc` holds and the server's text does not. `server` are the updates of a snapshot; `mine` the client ids whose
 * words are looked for, null: everybody's.
 */
export function missingUpdate(
	doc: Y.Doc,
	server: readonly Uint8Array[],
	mine: ReadonlySet<number> | null = null,
): Missing {
	if (doc.store.clients.size === 0) return { update: null, isMore: false };
	const theirs = new Y.Doc();
	theirs.transact(() => {
		for (const update of server) Y.applyUpdate(theirs, update);
	});
	let missing: Uint8Array | null = null;
	// Yjs tells only what was new to it, and what it could take in: the answer to our question.
	theirs.on("update", (update: Uint8Array) => {
		missing = update;
	});
	// As our own transaction: in one of somebody else's, Yjs would tidy up formats, which is writing.
	theirs.transact(() => Y.applyUpdate(theirs, ours(doc, Y.encodeStateVector(theirs), mine)));
	const isMore = theirs.store.pendingStructs !== null || holdsMore(doc, theirs);
	theirs.destroy();
	return { update: missing, isMore };
}

function holdsMore(doc: Y.Doc, theirs: Y.Doc): boolean {
	return [...doc.store.clients.keys()].some(
		(client) => Y.getState(doc.store, client) > Y.getState(theirs.store, client),
	);
}

function ours(doc: Y.Doc, known: Uint8Array, mine: ReadonlySet<number> | null): Uint8Array {
	const all = Y.encodeStateAsUpdate(doc, known);
	if (mine === null) return all;
	const others = [...doc.store.clients.keys()].filter((client) => !mine.has(client));
	return Y.diffUpdate(all, Y.encodeStateVector(new Map(others.map((client) => [client, 2 ** 50]))));
}
