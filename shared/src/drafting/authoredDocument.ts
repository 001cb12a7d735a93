import type { DraftDocument, TextNode } from "./DraftDocument.ts";
import { enforceShape } from "./documentShape.ts";

/** So many UTF-16 units of one author; null: nobody is known to have written them. */
export interface AuthorRun {
	readonly author: string | null;
	readonly length: number;
}

/** A document in shape, and who wrote it: the runs cover the characters of all its text nodes, in order. */
export interface AuthoredDocument {
	readonly document: DraftDocument;
	readonly runs: readonly AuthorRun[];
}

/**
 * The document that `json` holds, in shape, with the authors of its characters: those that its text nodes name in
 * `author`, a string. `nameOf` may turn them into others, or into null. Never throws.
 */
export function authoredDocument(
	json: unknown,
	nameOf: (author: string) => string | null = (author) => author,
): AuthoredDocument {
	const runs: AuthorRun[] = [];
	const note = (author: string | null, length: number) => {
		const last = runs.at(-1);
		if (last?.author === author) runs[runs.length - 1] = { author, length: last.length + length };
		else runs.push({ author, length });
	};
	const visit = (node: unknown): void => {
		const { type, text, author, content } = node as TextNode & { author?: string; content?: unknown[] };
		if (type === "text") note(author === undefined ? null : nameOf(author), text.length);
		for (const child of content ?? []) visit(child);
	};
	const authored = enforceShape(json, { keepsAuthors: true }).document;
	visit(authored);
	return { document: enforceShape(authored).document, runs };
}
