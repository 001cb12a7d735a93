import { draftRoot } from "@crossroads/shared";
import * as Y from "yjs";
import type { Viewer } from "../../people/index.ts";
import type { DraftingRoom } from "../index.ts";

/** A writer's copy of a draft outside any browser: what it writes comes out as updates. */
export class Typist {
	readonly doc = new Y.Doc();
	readonly #updates: Uint8Array[] = [];

	/** Without a client id of the server's, nothing of what is written can be handed in. */
	constructor(clientId?: number) {
		if (clientId !== undefined) this.doc.clientID = clientId;
		this.doc.on("update", (update: Uint8Array, origin: unknown) => {
			if (origin !== "from others") this.#updates.push(update);
		});
	}

	/** Adds a paragraph at the end; the update that says so. */
	writeParagraph(words: string): Uint8Array {
		const paragraph = new Y.XmlElement("paragraph");
		const text = new Y.XmlText();
		text.insert(0, words);
		paragraph.insert(0, [text]);
		const root = this.doc.getXmlFragment(draftRoot);
		root.insert(root.length, [paragraph]);
		return this.#updates.at(-1) as Uint8Array;
	}

	/** Takes in what others wrote. */
	hear(updates: readonly Uint8Array[]): void {
		for (const update of updates) Y.applyUpdate(this.doc, update, "from others");
	}

	get updates(): readonly Uint8Array[] {
		return this.#updates;
	}

	get text(): string {
		return paragraphsOf(this.doc).join("\n");
	}
}

/** A typist whose tab was given a client id, as every browser's is. */
export async function typistAt(
	room: Pick<DraftingRoom, "openDraft">,
	viewer: Viewer,
	draftId: string,
): Promise<Typist> {
	const opened = await room.openDraft(viewer, { draftId, heldClientIds: [] });
	if (opened.refusal !== null) throw new Error(opened.refusal);
	return new Typist(opened.clientId);
}

/** The paragraphs that these updates give together. */
export function paragraphsIn(updates: readonly Uint8Array[]): string[] {
	const doc = new Y.Doc();
	for (const update of updates) Y.applyUpdate(doc, update);
	return paragraphsOf(doc);
}

function paragraphsOf(doc: Y.Doc): string[] {
	return doc
		.getXmlFragment(draftRoot)
		.toArray()
		.map((paragraph) => (paragraph as Y.XmlElement).toArray().join(""));
}
