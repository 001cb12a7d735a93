import * as Y from "yjs";

const WORDS = "We ask every city of the network to publish it in all its languages. ";

/** Somebody who writes in one draft under the client id that the server gave: each update follows the last. */
export class DraftPen {
	readonly #document = new Y.Doc();
	readonly #text = new Y.XmlText();
	readonly #phrase: string;
	#last: Uint8Array = new Uint8Array();

	/** `bytes`: about as long as each update is to be. */
	constructor(clientId: number, bytes: number) {
		this.#document.clientID = clientId;
		this.#document.on("update", (update: Uint8Array) => {
			this.#last = update;
		});
		this.#phrase = WORDS.repeat(1 + bytes / WORDS.length).slice(0, Math.max(1, bytes - 40));
	}

	/** Writes the phrase in place of what was there: the next update, in base64. */
	write(): string {
		this.#document.transact(() => {
			if (this.#text.parent === null) this.#begin();
			const before = this.#text.length;
			this.#text.insert(before, this.#phrase);
			if (before > 0) this.#text.delete(0, before);
		});
		return Buffer.from(this.#last).toString("base64");
	}

	#begin(): void {
		const paragraph = new Y.XmlElement("paragraph");
		this.#document.getXmlFragment("document").insert(0, [paragraph]);
		paragraph.insert(0, [this.#text]);
	}
}
