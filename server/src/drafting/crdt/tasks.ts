import {
	type AuthoredDocument,
	authoredDocument,
	type DraftDocument,
	enforceShape,
} from "@crossroads/shared";
import * as Y from "yjs";
import type { ShapedText } from "../ports.ts";
import { mergeUpdates } from "./mergeUpdates.ts";
import { documentOf, readAuthoredText, readText } from "./readText.ts";
import { rewriteText } from "./rewriteText.ts";

/** Work on whole texts, which may take long: done beside the server, in a thread of its own. See `Workshop`. */
export const tasks = {
	/** All of them as one text, without what was deleted. */
	compact(updates: readonly Uint8Array[]): Uint8Array {
		const doc = documentOf(updates);
		const whole = Y.encodeStateAsUpdate(doc);
		doc.destroy();
		return whole;
	},
	/** All of them as one update, with what was deleted. */
	merge: mergeUpdates,
	/** Takes the pushed updates in, as every reader's browser will have to. */
	tryOut(stored: readonly Uint8Array[], pushed: readonly Uint8Array[]): void {
		const doc = documentOf(stored);
		for (const update of pushed) Y.applyUpdate(doc, update);
		doc.destroy();
	},
	/** In shape before it leaves the thread: what somebody put in may be large. */
	read: (updates: readonly Uint8Array[]): ShapedText => enforceShape(readText(updates)),
	readAuthored: (
		updates: readonly Uint8Array[],
		authors: ReadonlyMap<number, string | null>,
	): AuthoredDocument =>
		authoredDocument(readAuthoredText(updates), (author) => authors.get(Number(author)) ?? null),
	rewrite: (updates: readonly Uint8Array[], document: DraftDocument, clientId: number): Uint8Array | null =>
		rewriteText(updates, document, clientId),
} as const;

/** The tasks by name, with what they are given and give. */
export type Tasks = typeof tasks;
