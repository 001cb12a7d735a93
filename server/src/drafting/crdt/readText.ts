import { documentLimits, draftRoot } from "@crossroads/shared";
import * as Y from "yjs";

type Json = Record<string, unknown>;

/** The text that the updates give together, as ProseMirror JSON; it may hold anything: see `enforceShape`. */
export function readText(updates: readonly Uint8Array[]): unknown {
	const doc = new Y.Doc();
	doc.transact(() => {
		for (const update of updates) Y.applyUpdate(doc, update);
	});
	const root = doc.getXmlFragment(draftRoot);
	const json = { type: "doc", content: childrenOf(root, 0) };
	doc.destroy();
	return json;
}

// Deeper than any document may be: what lies below is cut here, and dropped by the shape anyway.
const deepest = documentLimits.depth * 2 + 2;

function childrenOf(parent: Y.XmlFragment, depth: number): Json[] {
	return parent.toArray().flatMap((child) => nodesOf(child, depth));
}

function nodesOf(child: unknown, depth: number): Json[] {
	// XmlHook extends YMap, and is not asked for; XmlText extends YText.
	if (child instanceof Y.XmlText) return textNodes(child);
	if (!(child instanceof Y.XmlElement)) return [{ type: "unknown" }];
	if (depth > deepest) return [{ type: "too-deep" }];
	const attrs = child.getAttributes() as Json;
	return [{ type: child.nodeName, attrs, content: childrenOf(child, depth + 1) }];
}

function textNodes(text: Y.XmlText): Json[] {
	const runs = text.toDelta() as { insert?: unknown; attributes?: Json }[];
	return runs.map(({ insert, attributes }) =>
		typeof insert === "string"
			? { type: "text", text: insert, marks: marksOf(attributes) }
			: { type: "unknown" },
	);
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
