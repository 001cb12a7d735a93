import * as Y from "yjs";

/**
 * What `doc` holds and the server's text does not, as one update; null when it holds nothing more. `server` are the
 * updates of a snapshot.
 */
export function missingUpdate(doc: Y.Doc, server: readonly Uint8Array[]): Uint8Array | null {
	if (doc.store.clients.size === 0) return null;
	const theirs = new Y.Doc();
	for (const update of server) Y.applyUpdate(theirs, update);
	let missing: Uint8Array | null = null;
	// Yjs tells only what was new to it: the answer to our question.
	theirs.on("update", (update: Uint8Array) => {
		missing = update;
	});
	Y.applyUpdate(theirs, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(theirs)));
	theirs.destroy();
	return missing;
}
