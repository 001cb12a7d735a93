import {
	type BlockNode,
	type DraftDocument,
	draftRoot,
	type InlineNode,
	type ListItemNode,
	type TextNode,
} from "@crossroads/shared";
import * as Y from "yjs";

/** Whoever wrote the first text of a draft that did not come from a browser: the ids up to 1,000 are the server's. */
export const importer = 1;

/** The update that writes the document into an empty text, as editors would; the same document gives the same bytes. */
export function writeText(document: DraftDocument): Uint8Array {
	const doc = new Y.Doc();
	doc.clientID = importer;
	doc.transact(() => doc.getXmlFragment(draftRoot).insert(0, document.content.map(blockElement)));
	const update = Y.encodeStateAsUpdate(doc);
	doc.destroy();
	return update;
}

/** A block as an element of a text. */
export function blockElement(node: BlockNode | ListItemNode): Y.XmlElement {
	// Yjs keeps numbers as numbers; only its type declaration knows nothing but strings.
	const element = new Y.XmlElement<Record<string, unknown> & { [key: string]: never }>(node.type);
	for (const [name, value] of Object.entries("attrs" in node ? (node.attrs ?? {}) : {}))
		element.setAttribute(name, value as never);
	if (node.type === "paragraph" || node.type === "heading")
		element.insert(0, inlineTypes(node.content ?? []));
	else element.insert(0, node.content.map(blockElement) as Y.XmlElement[]);
	return element as unknown as Y.XmlElement;
}

/** Runs of text become one shared text; a break stands between two. */
function inlineTypes(nodes: readonly InlineNode[]): (Y.XmlText | Y.XmlElement)[] {
	const types: (Y.XmlText | Y.XmlElement)[] = [];
	let runs: TextNode[] = [];
	const endRun = () => {
		if (runs.length > 0) types.push(sharedText(runs));
		runs = [];
	};
	for (const node of nodes) {
		if (node.type === "text") runs.push(node);
		else {
			endRun();
			types.push(new Y.XmlElement("hardBreak"));
		}
	}
	endRun();
	return types;
}

function sharedText(runs: readonly TextNode[]): Y.XmlText {
	const text = new Y.XmlText();
	text.applyDelta(runs.map((run) => ({ insert: run.text, attributes: attributesOf(run) })));
	return text;
}

function attributesOf({ marks = [] }: TextNode): Record<string, object> {
	return Object.fromEntries(marks.map((mark) => [mark.type, mark.type === "link" ? mark.attrs : {}]));
}
