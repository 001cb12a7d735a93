import {
	type BlockNode,
	canonicalJson,
	type DraftDocument,
	draftRoot,
	enforceShape,
} from "@crossroads/shared";
import { documentOf, nodeJson } from "./readText.ts";
import { blockElement } from "./writeText.ts";

/**
 * The update that, written under this client id, turns the text of these updates into the document; null when it is
 * equal already. Whole blocks at the beginning and end that are equal are left untouched, with whoever wrote them.
 */
export function rewriteText(
	updates: readonly Uint8Array[],
	document: DraftDocument,
	clientId: number,
): Uint8Array | null {
	const doc = documentOf(updates);
	doc.clientID = clientId;
	const root = doc.getXmlFragment(draftRoot);
	const standing = root.toArray().map(canonicalBlock);
	const wished = document.content.map((block) => canonicalJson([block]));
	const head = equalAtStart(standing, wished);
	const tail = equalAtStart(standing.slice(head).reverse(), wished.slice(head).reverse());
	let update: Uint8Array | null = null;
	doc.on("update", (made: Uint8Array) => {
		update = made;
	});
	doc.transact(() => {
		root.delete(head, standing.length - head - tail);
		root.insert(head, document.content.slice(head, wished.length - tail).map(element));
	});
	doc.destroy();
	return update;
}

const element = (block: BlockNode) => blockElement(block);

/** What stays of a child of the root in a document that is in shape. */
function canonicalBlock(child: unknown): string {
	return canonicalJson(enforceShape({ type: "doc", content: nodeJson(child) }).document.content);
}

function equalAtStart(one: readonly string[], other: readonly string[]): number {
	const different = one.findIndex((block, at) => block !== other[at]);
	return different < 0 ? one.length : different;
}
