/** How strongly a heading of a draft structures it; the page around it has the levels above. */
export type HeadingLevel = 1 | 2 | 3;

/** What may lie on a run of characters, at most once each and in this order. */
export type DraftMark =
	| { readonly type: "bold" }
	| { readonly type: "italic" }
	| { readonly type: "link"; readonly attrs: { readonly href: string } };

/** A run of characters (never empty) with its marks; `marks` is absent where there are none. */
export interface TextNode {
	readonly type: "text";
	readonly text: string;
	readonly marks?: readonly DraftMark[];
}

/** What stands in a line: characters, or a break within the paragraph. */
export type InlineNode = TextNode | { readonly type: "hardBreak" };

export interface ParagraphNode {
	readonly type: "paragraph";
	readonly content?: readonly InlineNode[];
}

export interface HeadingNode {
	readonly type: "heading";
	readonly attrs: { readonly level: HeadingLevel };
	readonly content?: readonly InlineNode[];
}

/** Begins with a paragraph, as editors expect. */
export interface ListItemNode {
	readonly type: "listItem";
	readonly content: readonly BlockNode[];
}

export interface BulletListNode {
	readonly type: "bulletList";
	readonly content: readonly ListItemNode[];
}

/** `start` stands only where it is not 1. */
export interface OrderedListNode {
	readonly type: "orderedList";
	readonly attrs?: { readonly start: number };
	readonly content: readonly ListItemNode[];
}

export interface BlockquoteNode {
	readonly type: "blockquote";
	readonly content: readonly BlockNode[];
}

export type BlockNode = ParagraphNode | HeadingNode | BulletListNode | OrderedListNode | BlockquoteNode;

/**
 * What a draft may contain, in ProseMirror's JSON form: the only document that leaves a draft (versions, exports,
 * public graph, search). Made by `enforceShape` and by nothing else.
 */
export interface DraftDocument {
	readonly type: "doc";
	readonly content: readonly BlockNode[];
}
