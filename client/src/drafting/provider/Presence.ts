import { presenceRepeat } from "@crossroads/shared";
import { Awareness } from "y-protocols/awareness";
import type * as Y from "yjs";
import type { DraftLink, DraftWriter } from "./DraftLink.ts";

/** How often a moving caret is told, in milliseconds. */
const caretEvery = 100;

/**
 * Who is at the draft: others' carets come from the server into `awareness`, for the editor to draw; our own goes from
 * there to the server, thinned out, and again every 15 seconds. Identities are the server's.
 */
export class Presence {
	readonly awareness: Awareness;
	#isHere = false;
	#caretTimer: ReturnType<typeof setTimeout> | undefined;
	#isTelling = false;
	#isDue = false;
	readonly #repeat: ReturnType<typeof setInterval>;

	constructor(
		doc: Y.Doc,
		private readonly link: Pick<DraftLink, "sayHere">,
	) {
		this.awareness = new Awareness(doc);
		// The server decides who is gone and we repeat ourselves: the library's own clock would forget the quiet ones.
		clearInterval(
			(this.awareness as unknown as { _checkInterval: ReturnType<typeof setInterval> })._checkInterval,
		);
		this.awareness.on("update", (_: unknown, origin: unknown) => origin === "local" && this.#tellSoon());
		this.#repeat = setInterval(() => this.#tellSoon(), presenceRepeat);
	}

	/** Whether the others are told of us: only writers are, and only with a connection. */
	setHere(isHere: boolean): void {
		if (isHere === this.#isHere) return;
		this.#isHere = isHere;
		if (isHere) this.#tellSoon();
	}

	/** Follows the document to another client id: what was our caret until now is nobody's. */
	takeIdentity(clientId: number): void {
		const { awareness } = this;
		if (clientId === awareness.clientID) return;
		const state = awareness.getLocalState();
		const left = awareness.clientID;
		awareness.states.delete(left);
		awareness.meta.delete(left);
		awareness.clientID = clientId;
		awareness.setLocalState(state);
		awareness.emit("change", [{ added: [], updated: [], removed: [left] }, "server"]);
	}

	/** Draws the others as the server lists them. */
	show(writers: readonly DraftWriter[]): void {
		const { awareness } = this;
		const others = writers.filter(({ clientId }) => clientId !== awareness.clientID);
		const known = [...awareness.getStates().keys()].filter((clientId) => clientId !== awareness.clientID);
		const removed = known.filter((clientId) => !others.some((other) => other.clientId === clientId));
		for (const clientId of removed) awareness.states.delete(clientId);
		for (const other of others) awareness.states.set(other.clientId, stateOf(other));
		const added = others.map(({ clientId }) => clientId).filter((clientId) => !known.includes(clientId));
		const updated = others.map(({ clientId }) => clientId).filter((clientId) => known.includes(clientId));
		awareness.emit("change", [{ added, updated, removed }, "server"]);
		awareness.emit("update", [{ added, updated, removed }, "server"]);
	}

	stop(): void {
		clearInterval(this.#repeat);
		clearTimeout(this.#caretTimer);
		this.#isHere = false;
		this.awareness.destroy();
	}

	#tellSoon(): void {
		if (!this.#isHere) return;
		this.#isDue = true;
		this.#caretTimer ??= setTimeout(() => this.#tell(), caretEvery);
	}

	async #tell(): Promise<void> {
		this.#caretTimer = undefined;
		if (this.#isTelling || !this.#isHere) return;
		this.#isTelling = true;
		this.#isDue = false;
		const caret = this.awareness.getLocalState()?.cursor;
		await this.link.sayHere(this.awareness.clientID, caret ? JSON.stringify(caret) : null);
		this.#isTelling = false;
		if (this.#isDue) this.#tellSoon();
	}
}

function stateOf({ clientId, name, colour, cursor }: DraftWriter): { user: object; cursor: unknown } {
	return { user: { name, color: colour, clientId }, cursor: caretOf(cursor) };
}

function caretOf(cursor: string | null): unknown {
	if (cursor === null) return null;
	try {
		return JSON.parse(cursor);
	} catch {
		return null;
	}
}
