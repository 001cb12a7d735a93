import type { BlockNode, DraftDocument, InlineNode, ListItemNode } from "./DraftDocument.ts";

/**
 * The document as plain text: blocks apart by an empty line, list items each on a line of their own with its bullet
 * or number, quotations after "> ". For search, previews and languages without markup.
 */
export function documentText(document: DraftDocument): string {
	return blocksText(document.content).trim();
}

/** Whether nobody has written anything into it but space. */
export function isEmptyDocument(document: DraftDocument): boolean {
	return !document.content.some(hasWords);
}

function hasWords(node: BlockNode | ListItemNode | InlineNode): boolean {
	if (node.type === "text") return /\S/u.test(node.text);
	if (!("content" in node) || !node.content) return false;
	return (node.content as readonly (BlockNode | InlineNode)[]).some(hasWords);
}

function blocksText(blocks: readonly BlockNode[]): string {
	return blocks.map(blockText).join("\n\n");
}

function blockText(block: BlockNode): string {
	switch (block.type) {
		case "paragraph":
		case "heading":
			return (block.content ?? []).map((node) => (node.type === "text" ? node.text : "\n")).join("");
		case "blockquote":
			return indented(blocksText(block.content), "> ", "> ");
		case "bulletList":
			return block.content.map((item) => indented(blocksText(item.content), "• ", "  ")).join("\n");
		case "orderedList":
			return block.content.map((item, at) => numbered(item, (block.attrs?.start ?? 1) + at)).join("\n");
	}
}

function numbered(item: ListItemNode, number: number): string {
	return indented(blocksText(item.content), `${number}. `, "   ");
}

function indented(text: string, first: string, others: string): string {
	return text
		.split("\n")
		.map((line, at) => (line === "" ? line : (at === 0 ? first : others) + line))
		.join("\n");
}
