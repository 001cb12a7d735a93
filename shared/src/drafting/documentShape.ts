import type {
	BlockNode,
	BlockquoteNode,
	BulletListNode,
	DraftDocument,
	DraftMark,
	HeadingLevel,
	InlineNode,
	ListItemNode,
	OrderedListNode,
	TextNode,
} from "./DraftDocument.ts";
import { safeHref } from "./safeHref.ts";
import { safeText } from "./safeText.ts";

/** Limits of a document: beyond them the rest is dropped, so that no draft can exhaust who reads it. */
export const documentLimits = { depth: 16, nodes: 20_000, characters: 400_000 } as const;

/** Why something was left out. A closed list: nothing that a writer made up reaches a log. */
export type DropReason =
	| "unknown-node"
	| "misplaced-node"
	| "unknown-mark"
	| "unsafe-link"
	| "wrong-attribute"
	| "unsafe-character"
	| "too-deep"
	| "too-large"
	| "malformed";

/** How often each reason applied; empty when the document was already in shape. */
export type Dropped = Readonly<Partial<Record<DropReason, number>>>;

/** A reading in progress: what may still come, and what was left out. */
interface Reading {
	nodes: number;
	characters: number;
	readonly dropped: Partial<Record<DropReason, number>>;
	readonly keepsAuthors: boolean;
}

type Json = Record<string, unknown>;

/**
 * The document that `json` holds, reduced to what a draft may contain; never throws, whatever it is given.
 * Idempotent: its own result comes back equal, with nothing dropped. Equal content gives equal JSON (marks in one
 * order, neighbouring runs joined, no empty parts), so that a hash of it is a hash of the content. With `keepsAuthors`
 * a text node's string `author` stays: only for `authoredDocument`, which takes it out.
 */
export function enforceShape(
	json: unknown,
	{ keepsAuthors = false } = {},
): { document: DraftDocument; dropped: Dropped } {
	const reading: Reading = { nodes: 0, characters: 0, dropped: {}, keepsAuthors };
	if (!isJson(json) || json.type !== "doc") drop(reading, "malformed");
	const content = isJson(json) && json.type === "doc" ? blocks(json, reading, 1) : [];
	return { document: { type: "doc", content }, dropped: reading.dropped };
}

function drop(reading: Reading, reason: DropReason): null {
	reading.dropped[reason] = (reading.dropped[reason] ?? 0) + 1;
	return null;
}

function isJson(value: unknown): value is Json {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

function childrenOf(node: Json, reading: Reading): readonly unknown[] {
	const content = node.content;
	if (content === undefined || content === null) return [];
	if (Array.isArray(content)) return content;
	drop(reading, "malformed");
	return [];
}

/** Each child read in turn until the document's budget of nodes is used up; what gives null is left out. */
function read<T>(node: Json, reading: Reading, one: (child: Json) => T | null): T[] {
	const found: T[] = [];
	for (const child of childrenOf(node, reading)) {
		if (reading.nodes >= documentLimits.nodes) {
			drop(reading, "too-large");
			break;
		}
		reading.nodes++;
		const made = isJson(child) ? one(child) : drop(reading, "malformed");
		if (made !== null) found.push(made);
	}
	return found;
}

function blocks(node: Json, reading: Reading, depth: number): BlockNode[] {
	if (depth > documentLimits.depth) {
		drop(reading, "too-deep");
		return [];
	}
	return read(node, reading, (child) => block(child, reading, depth));
}

function block(node: Json, reading: Reading, depth: number): BlockNode | null {
	switch (node.type) {
		case "paragraph":
			return { type: "paragraph", ...inlineContent(node, reading) };
		case "heading":
			return heading(node, reading);
		case "bulletList":
			return filled<BulletListNode>({ type: "bulletList", content: items(node, reading, depth) });
		case "orderedList":
			return filled<OrderedListNode>({
				type: "orderedList",
				...start(node, reading),
				content: items(node, reading, depth),
			});
		case "blockquote":
			return filled<BlockquoteNode>({ type: "blockquote", content: blocks(node, reading, depth + 1) });
		default:
			return drop(reading, isKnown(node.type) ? "misplaced-node" : "unknown-node");
	}
}

const isKnown = (type: unknown) => type === "text" || type === "hardBreak" || type === "listItem";

function filled<T extends { readonly content: readonly unknown[] }>(node: T): T | null {
	return node.content.length > 0 ? node : null;
}

function attributesOf(node: Json): Json {
	return isJson(node.attrs) ? node.attrs : {};
}

function heading(node: Json, reading: Reading): BlockNode {
	const level = attributesOf(node).level;
	if (level === 1 || level === 2 || level === 3)
		return { type: "heading", attrs: { level: level as HeadingLevel }, ...inlineContent(node, reading) };
	drop(reading, "wrong-attribute");
	return { type: "paragraph", ...inlineContent(node, reading) };
}

function start(node: Json, reading: Reading): { attrs?: { start: number } } {
	const first = attributesOf(node).start;
	if (first === undefined || first === null || first === 1) return {};
	if (Number.isInteger(first) && (first as number) > 1 && (first as number) <= 9999)
		return { attrs: { start: first as number } };
	drop(reading, "wrong-attribute");
	return {};
}

function items(node: Json, reading: Reading, depth: number): ListItemNode[] {
	return read(node, reading, (child) => {
		if (child.type !== "listItem") return drop(reading, "misplaced-node");
		const content = blocks(child, reading, depth + 1);
		const lead: BlockNode[] = content[0]?.type === "paragraph" ? [] : [{ type: "paragraph" }];
		return { type: "listItem", content: [...lead, ...content] };
	});
}

function inlineContent(node: Json, reading: Reading): { content?: InlineNode[] } {
	const content = joined(read(node, reading, (child) => inline(child, reading)));
	return content.length > 0 ? { content } : {};
}

function inline(node: Json, reading: Reading): InlineNode | null {
	if (node.type === "hardBreak") return { type: "hardBreak" };
	if (node.type !== "text") return drop(reading, "misplaced-node");
	if (typeof node.text !== "string") return drop(reading, "malformed");
	const text = withinBudget(cleaned(node.text, reading), reading);
	if (text === "") return null;
	const marks = marksOf(node, reading);
	const author = reading.keepsAuthors && typeof node.author === "string" ? { author: node.author } : {};
	return marks.length > 0 ? { type: "text", text, marks, ...author } : { type: "text", text, ...author };
}

function cleaned(text: string, reading: Reading): string {
	const clean = safeText(text);
	if (clean !== text) drop(reading, "unsafe-character");
	return clean;
}

function withinBudget(text: string, reading: Reading): string {
	const room = documentLimits.characters - reading.characters;
	if (text.length > room) drop(reading, "too-large");
	// A cut may fall within a pair of surrogates: the half that is left over goes as well.
	const kept = text.length > room ? text.slice(0, room).replace(/[\ud800-\udbff]$/, "") : text;
	reading.characters += text.length > room ? room : kept.length;
	return kept;
}

function marksOf(node: Json, reading: Reading): DraftMark[] {
	const marks: readonly unknown[] = Array.isArray(node.marks) ? node.marks : [];
	const bold = marks.some((mark) => isJson(mark) && mark.type === "bold");
	const italic = marks.some((mark) => isJson(mark) && mark.type === "italic");
	const href = linkOf(marks, reading);
	return [
		...(bold ? [{ type: "bold" } as const] : []),
		...(italic ? [{ type: "italic" } as const] : []),
		...(href ? [{ type: "link", attrs: { href } } as const] : []),
	];
}

function linkOf(marks: readonly unknown[], reading: Reading): string | null {
	let found: string | null = null;
	for (const mark of marks.slice(0, 20)) {
		const type = isJson(mark) ? mark.type : undefined;
		if (type === "bold" || type === "italic") continue;
		if (type !== "link") drop(reading, "unknown-mark");
		else found ??= safeHref(attributesOf(mark as Json).href) ?? drop(reading, "unsafe-link");
	}
	return found;
}

/** Neighbouring runs with the same marks become one. */
function joined(nodes: readonly InlineNode[]): InlineNode[] {
	const found: InlineNode[] = [];
	for (const node of nodes) {
		const last = found.at(-1);
		if (node.type === "text" && last?.type === "text" && areOneRun(last, node))
			found[found.length - 1] = { ...last, text: last.text + node.text };
		else found.push(node);
	}
	return found;
}

interface AuthoredText extends TextNode {
	readonly author?: string;
}

function areOneRun(one: TextNode, other: TextNode): boolean {
	if ((one as AuthoredText).author !== (other as AuthoredText).author) return false;
	return JSON.stringify(one.marks ?? []) === JSON.stringify(other.marks ?? []);
}
