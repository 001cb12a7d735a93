import { documentLimits, draftRoot, keepFormats } from "@crossroads/shared";
import * as Y from "yjs";

type Json = Record<string, unknown>;
type TextReader = (text: Y.XmlText) => Json[];

/** The text that the updates give together, as ProseMirror JSON; it may hold anything: see `enforceShape`. */
export function readText(updates: readonly Uint8Array[]): unknown {
	return read(updates, textNodes);
}

/** The same, with `author` on every text node: the client id, as a string, under which its characters were written. */
export function readAuthoredText(updates: readonly Uint8Array[]): unknown {
	return read(updates, authoredNodes);
}

/** One node of a text as ProseMirror JSON: none, or several for a text of several runs. */
export function nodeJson(child: unknown): unknown[] {
	return nodesOf(child, 0, textNodes);
}

/** A document that holds what the updates give together. To be destroyed by the caller. */
export function documentOf(updates: readonly Uint8Array[]): Y.Doc {
	const doc = keepFormats(new Y.Doc());
	doc.transact(() => {
		for (const update of updates) Y.applyUpdate(doc, update);
	});
	return doc;
}

function read(updates: readonly Uint8Array[], textReader: TextReader): unknown {
	const doc = documentOf(updates);
	const json = { type: "doc", content: childrenOf(doc.getXmlFragment(draftRoot), 0, textReader) };
	doc.destroy();
	return json;
}

// Deeper than any document may be: what lies below is cut here, and dropped by the shape anyway.
const deepest = documentLimits.depth * 2 + 2;

function childrenOf(parent: Y.XmlFragment, depth: number, textReader: TextReader): Json[] {
	return parent.toArray().flatMap((child) => nodesOf(child, depth, textReader));
}

function nodesOf(child: unknown, depth: number, textReader: TextReader): Json[] {
	// XmlHook extends YMap, and is not asked for; XmlText extends YText.
	if (child instanceof Y.XmlText) return textReader(child);
	if (!(child instanceof Y.XmlElement)) return [{ type: "unknown" }];
	if (depth > deepest) return [{ type: "too-deep" }];
	const attrs = child.getAttributes() as Json;
	return [{ type: child.nodeName, attrs, content: childrenOf(child, depth + 1, textReader) }];
}

function textNodes(text: Y.XmlText): Json[] {
	const runs = text.toDelta() as { insert?: unknown; attributes?: Json }[];
	return runs.map(({ insert, attributes }) =>
		typeof insert === "string"
			? { type: "text", text: insert, marks: marksOf(attributes) }
			: { type: "unknown" },
	);
}

/** Walks the items themselves: a delta has forgotten who wrote them. */
function authoredNodes(text: Y.XmlText): Json[] {
	const nodes: Json[] = [];
	const attributes: Json = {};
	for (let item = text._start; item !== null; item = item.right) {
		if (item.deleted) continue;
		if (item.content instanceof Y.ContentFormat) attributes[item.content.key] = item.content.value;
		else if (item.content instanceof Y.ContentString)
			nodes.push({
				type: "text",
				text: item.content.str,
				marks: marksOf(attributes),
				author: String(item.id.client),
			});
		else nodes.push({ type: "unknown" });
	}
	return nodes;
}

function marksOf(attributes: Json = {}): Json[] {
	return Object.entries(attributes)
		.filter(([, value]) => value !== null && value !== undefined && value !== false)
		.map(([name, value]) => ({ type: withoutHash(name), attrs: value }));
}

/** Editors write marks that may overlap with themselves as `name--hash`. */
function withoutHash(name: string): string {
	return name.replace(/--[A-Za-z0-9+/=]{8}$/, "");
}
