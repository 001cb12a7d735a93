import { draftRoot } from "@crossroads/shared";
import * as Y from "yjs";

/** The words of a draft, a paragraph a line: to be copied away when they can be saved nowhere else. */
export function draftWords(doc: Y.Doc): string {
	const wordsOf = (node: unknown): string => {
		if (node instanceof Y.XmlText) return (node.toDelta() as { insert?: unknown }[]).map(insertOf).join("");
		if (!(node instanceof Y.XmlFragment)) return "";
		const parts = node.toArray().map(wordsOf);
		return node instanceof Y.XmlElement && isLine(node) ? `${parts.join("")}\n` : parts.join("");
	};
	return wordsOf(doc.getXmlFragment(draftRoot)).trim();
}

const insertOf = ({ insert }: { insert?: unknown }) => (typeof insert === "string" ? insert : "");

const isLine = ({ nodeName }: Y.XmlElement) => ["paragraph", "heading", "hardBreak"].includes(nodeName);
