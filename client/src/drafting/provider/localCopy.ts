import { IndexeddbPersistence } from "y-indexeddb";
import type * as Y from "yjs";
import { copyName } from "../device/deviceMemory.ts";

const longestWait = 2_000;

/** What this device remembers of a draft, for one person. */
export interface LocalCopy {
	/** Resolves when what was remembered is in the document, or after two seconds, whichever is first. */
	readonly loaded: Promise<void>;
	/** Calls back if the memory comes later than that. */
	onLate(callback: () => void): void;
	close(): void;
}

/** Keeps the document on the device, so that a reload or a dead battery while offline loses nothing. */
export function openLocalCopy(doc: Y.Doc, draftId: string, personId: string): LocalCopy {
	if (!("indexedDB" in globalThis)) return { loaded: Promise.resolve(), onLate() {}, close() {} };
	const persistence = new IndexeddbPersistence(copyName(draftId, personId), doc);
	const late = new Set<() => void>();
	let isWaiting = true;
	const remembered = persistence.whenSynced.then(() => {
		if (!isWaiting) for (const callback of late) callback();
	});
	const tired = new Promise<void>((resolve) => setTimeout(resolve, longestWait));
	return {
		loaded: Promise.race([remembered, tired]).then(() => {
			isWaiting = false;
		}),
		onLate: (callback) => void late.add(callback),
		close() {
			late.clear();
			persistence.destroy().catch(() => {});
		},
	};
}
