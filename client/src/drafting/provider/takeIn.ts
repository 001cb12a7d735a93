import * as Y from "yjs";

const listeners = new WeakMap<Y.Doc, Set<() => void>>();

/** Calls back each time before others' words come into the text; gives the way to stop. */
export function beforeOthers(doc: Y.Doc, listener: () => void): () => void {
	const all = listeners.get(doc) ?? new Set();
	listeners.set(doc, all.add(listener));
	return () => all.delete(listener);
}

/** Takes in what was written elsewhere: one redrawing of the editor, however much it is, and no change of our own. */
export function takeIn(doc: Y.Doc, updates: readonly Uint8Array[], origin: unknown): void {
	if (updates.length === 0) return;
	for (const listener of listeners.get(doc) ?? []) listener();
	Y.transact(
		doc,
		() => {
			for (const update of updates) Y.applyUpdate(doc, update, origin);
		},
		origin,
		false,
	);
}
