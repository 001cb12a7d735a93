import type { BlockNode, DraftDocument, DraftMark, InlineNode, ListItemNode } from "./DraftDocument.ts";
import { safeHref } from "./safeHref.ts";

/**
 * The document as HTML: only p, h2–h6, ul, ol, li, blockquote, br, strong, em and a, every character of text and
 * attribute escaped. `headingOffset` is added to the headings' levels, since the page around has its own h1.
 */
export function documentHtml(document: DraftDocument, { headingOffset = 1 } = {}): string {
	return document.content.map((block) => blockHtml(block, headingOffset)).join("");
}

function blockHtml(block: BlockNode, offset: number): string {
	switch (block.type) {
		case "paragraph":
			return element("p", inlineHtml(block.content));
		case "heading":
			return element(`h${Math.min(6, block.attrs.level + offset)}`, inlineHtml(block.content));
		case "bulletList":
			return element("ul", itemsHtml(block.content, offset));
		case "orderedList":
			return `<ol${startHtml(block.attrs?.start)}>${itemsHtml(block.content, offset)}</ol>`;
		case "blockquote":
			return element("blockquote", block.content.map((inner) => blockHtml(inner, offset)).join(""));
	}
}

function startHtml(start: number | undefined): string {
	return start === undefined ? "" : ` start="${Number(start)}"`;
}

function itemsHtml(items: readonly ListItemNode[], offset: number): string {
	return items
		.map((item) => element("li", item.content.map((inner) => blockHtml(inner, offset)).join("")))
		.join("");
}

function inlineHtml(nodes: readonly InlineNode[] = []): string {
	return nodes.map((node) => (node.type === "text" ? marked(node.text, node.marks) : "<br>")).join("");
}

function marked(text: string, marks: readonly DraftMark[] = []): string {
	return marks.reduceRight((inner, mark) => withMark(inner, mark), escaped(text));
}

function withMark(inner: string, mark: DraftMark): string {
	if (mark.type === "bold") return element("strong", inner);
	if (mark.type === "italic") return element("em", inner);
	// Looked at again here: this is the last door before a page, and costs nothing.
	const href = safeHref(mark.attrs.href);
	return href ? `<a href="${escaped(href)}" rel="nofollow noopener noreferrer">${inner}</a>` : inner;
}

function element(tag: string, inner: string): string {
	return `<${tag}>${inner}</${tag}>`;
}

const entities: Readonly<Record<string, string>> = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	'"': "&quot;",
	"'": "&#39;",
};

function escaped(text: string): string {
	return text.replace(/[&<>"']/g, (character) => entities[character] ?? "");
}
