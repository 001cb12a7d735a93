import type { BlockNode, DraftDocument, DraftMark, InlineNode, ListItemNode } from "@crossroads/shared";

/** Characters in one hand. `author` is an index; null: nobody is known to have written them. */
export interface InkedText {
	readonly type: "text";
	readonly text: string;
	readonly marks: readonly DraftMark[];
	readonly author: number | null;
}

/** A block of a draft with its characters in the hands of their authors. */
export type InkedBlock =
	| { readonly type: "paragraph"; readonly content: readonly InkedInline[] }
	| { readonly type: "heading"; readonly level: 1 | 2 | 3; readonly content: readonly InkedInline[] }
	| { readonly type: "blockquote" | "listItem" | "bulletList"; readonly content: readonly InkedBlock[] }
	| { readonly type: "orderedList"; readonly start: number; readonly content: readonly InkedBlock[] };

export type InkedInline = InkedText | { readonly type: "hardBreak" };

/** So many characters by one author, as the schema has it. */
export interface Run {
	readonly length: number;
	readonly author: number;
}

/** The document with each run of characters set apart. Characters beyond the last run are nobody's. */
export function inkedDocument(document: DraftDocument, runs: readonly Run[]): InkedBlock[] {
	const ink = new Ink(runs);
	return document.content.map((block) => inkedBlock(block, ink));
}

function inkedBlock(node: BlockNode | ListItemNode, ink: Ink): InkedBlock {
	switch (node.type) {
		case "paragraph":
			return { type: node.type, content: inkedLine(node.content, ink) };
		case "heading":
			return { type: node.type, level: node.attrs.level, content: inkedLine(node.content, ink) };
		case "orderedList":
			return { type: node.type, start: node.attrs?.start ?? 1, content: within(node.content, ink) };
		default:
			return { type: node.type, content: within(node.content, ink) };
	}
}

function within(content: readonly (BlockNode | ListItemNode)[], ink: Ink): InkedBlock[] {
	return content.map((node) => inkedBlock(node, ink));
}

function inkedLine(content: readonly InlineNode[] = [], ink: Ink): InkedInline[] {
	return content.flatMap((node): InkedInline[] =>
		node.type === "text"
			? ink.of(node.text).map((part) => ({ type: "text", marks: node.marks ?? [], ...part }))
			: [node],
	);
}

/** Hands out the authors of the characters, in order. */
class Ink {
	readonly #runs: readonly Run[];
	#at = 0;
	#used = 0;

	constructor(runs: readonly Run[]) {
		this.#runs = runs.filter(({ length }) => length > 0);
	}

	of(text: string): { text: string; author: number | null }[] {
		const parts: { text: string; author: number | null }[] = [];
		for (let from = 0; from < text.length; ) {
			const run = this.#runs[this.#at];
			const length = Math.min(text.length - from, run ? run.length - this.#used : text.length);
			parts.push({ text: text.slice(from, from + length), author: run?.author ?? null });
			from += length;
			this.#used += length;
			if (run && this.#used >= run.length) [this.#at, this.#used] = [this.#at + 1, 0];
		}
		return parts;
	}
}
