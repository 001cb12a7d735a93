import { draftRoot } from "@crossroads/shared";
import { vi } from "vitest";
import * as Y from "yjs";
import { DraftProvider } from "../provider/DraftProvider.ts";
import { pageIds } from "../provider/heldIds.ts";
import { type MemoryLink, type MemoryServer, memoryMark } from "./memoryServer.ts";

export const start = new Date("2026-11-23T14:02:00Z");
export const open: DraftProvider[] = [];

/** A tab with the draft open; see `closeAll`. */
export function browser(
	server: MemoryServer,
	{ doc = new Y.Doc(), mark = memoryMark(), ids = pageIds(), isWritable = true } = {},
) {
	const link = server.link();
	const provider = new DraftProvider({ doc, link, mark, ids });
	open.push(provider);
	provider.setWritable(isWritable);
	provider.start();
	return { doc, link, mark, ids, provider };
}

/** Writes the words at the end. */
export function write(doc: Y.Doc, words: string): void {
	const text = new Y.XmlText();
	text.insert(0, words);
	const root = doc.getXmlFragment(draftRoot);
	root.insert(root.length, [text]);
}

export const textOf = (doc: Y.Doc) => doc.getXmlFragment(draftRoot).toString();
/** What is under way arrives. */
export const settle = () => vi.advanceTimersByTimeAsync(0);
/** Long enough for a text that came as a whole to be compared with ours. */
export const compared = () => vi.advanceTimersByTimeAsync(200);

/** The connection is gone, and the page knows it. */
export function cut(link: MemoryLink, provider: DraftProvider): void {
	link.isConnected = false;
	provider.setOnline(false);
}

/** The connection is back. */
export function mend(link: MemoryLink, provider: DraftProvider): void {
	link.isConnected = true;
	provider.setOnline(true);
	link.catchUp();
}

/** Closes every tab. */
export function closeAll(): void {
	for (const provider of open.splice(0)) provider.destroy();
}
