import { safeHref } from "@crossroads/shared";
import { createElement, type ReactNode } from "react";
import { Prose } from "../ui/index.ts";

/** A node of a frozen text, as ProseMirror writes it. What is not expected here is shown as its plain text. */
interface DocumentNode {
	type?: string;
	text?: string;
	attrs?: Record<string, unknown> | null;
	marks?: { type?: string; attrs?: Record<string, unknown> | null }[];
	content?: DocumentNode[];
}

const PLAIN_BLOCKS: Record<string, string> = {
	paragraph: "p",
	bulletList: "ul",
	orderedList: "ol",
	listItem: "li",
	blockquote: "blockquote",
};
const PLAIN_MARKS: Record<string, string> = { bold: "strong", italic: "em" };
const DEEPEST = 24;

export interface DocumentViewProps {
	/** The JSON document of a version. */
	document: Record<string, unknown>;
	language: string;
	/** The level under which the text's own headings hang. */
	underLevel?: 1 | 2 | 3;
}

/** A version's text, built from an allow-list of nodes and marks: nothing in it can bring markup or a script of its own. */
export function DocumentView({ document, language, underLevel = 2 }: DocumentViewProps) {
	return <Prose lang={language}>{children(document as DocumentNode, underLevel, 0)}</Prose>;
}

function children(node: DocumentNode, underLevel: number, depth: number): ReactNode[] {
	if (depth > DEEPEST || !Array.isArray(node.content)) return [];
	return node.content.map((child, place) => block(child, place, underLevel, depth + 1));
}

function block(node: DocumentNode, key: number, underLevel: number, depth: number): ReactNode {
	if (node.type === "text") return marked(node, key);
	if (node.type === "hardBreak") return <br key={key} />;
	const inside = children(node, underLevel, depth);
	if (node.type === "heading") return createElement(headingTag(node, underLevel), { key }, ...inside);
	const tag = PLAIN_BLOCKS[node.type ?? ""];
	return tag ? createElement(tag, { key }, ...inside) : inside;
}

function headingTag(node: DocumentNode, underLevel: number): string {
	const level = Number(node.attrs?.level);
	const own = Number.isInteger(level) && level >= 1 ? level : 1;
	return `h${Math.min(6, underLevel + own)}`;
}

function marked(node: DocumentNode, key: number): ReactNode {
	const text: ReactNode = node.text ?? "";
	const inMarks = (node.marks ?? []).reduce<ReactNode>((inside, mark) => {
		const tag = PLAIN_MARKS[mark.type ?? ""];
		if (tag) return createElement(tag, null, inside);
		const address = mark.type === "link" ? safeHref(mark.attrs?.href) : null;
		return address ? foreignLink(address, inside) : inside;
	}, text);
	return <span key={key}>{inMarks}</span>;
}

function foreignLink(address: string, inside: ReactNode) {
	return (
		<a href={address} target="_blank" rel="noreferrer noopener">
			{inside}
		</a>
	);
}
