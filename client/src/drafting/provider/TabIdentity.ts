import type * as Y from "yjs";
import type { DraftLink, HeldIds } from "./DraftLink.ts";

/** What a tab's identity needs of the world. */
export interface TabIdentityWorld {
	readonly doc: Y.Doc;
	readonly link: Pick<DraftLink, "open">;
	readonly ids: HeldIds;
	/** Called when an answer is there. */
	readonly answered: () => void;
}

const longestWait = 15_000;

/**
 * The client id under which this tab writes. The server gives it, and refuses whatever comes under another: so it is
 * asked for before anything is handed in. What is typed before the answer, or offline, is written under an id that the
 * document drew for itself; the device remembers it, and the server binds it to us with the answer.
 */
export class TabIdentity {
	#isGiven = false;
	#isAsking = false;
	#refusal: string | null = null;
	#mine: ReadonlySet<number> = new Set();
	#failures = 0;
	#retry: ReturnType<typeof setTimeout> | undefined;
	#isStopped = false;

	constructor(private readonly world: TabIdentityWorld) {}

	/** Whether the server takes what we write. */
	get isGiven(): boolean {
		return this.#isGiven;
	}

	/** Why it never will; null: it does, or we do not know yet. */
	get refusal(): string | null {
		return this.#refusal;
	}

	/** The ids whose words we may hand in: this tab's, and those that this device wrote under before. */
	get mine(): ReadonlySet<number> {
		return this.#mine;
	}

	/** Asks, unless we have an id or have asked already; again and again until there is an answer. */
	ask(): void {
		if (!this.#isGiven && !this.#isAsking && this.#refusal === null) void this.#ask();
	}

	/** The server does not know us by our ids any more: we signed in again, or its database is an older one. */
	renew(): void {
		this.#isGiven = false;
		this.ask();
	}

	/** Something was written: before the answer, its id has to outlive a reload. */
	noteWritten(): void {
		if (!this.#isGiven) this.world.ids.add(this.world.doc.clientID);
	}

	/** Tries again at once, if a try is due. */
	hurry(): void {
		if (this.#retry === undefined) return;
		clearTimeout(this.#retry);
		this.#retry = undefined;
		void this.#ask();
	}

	stop(): void {
		this.#isStopped = true;
		clearTimeout(this.#retry);
	}

	async #ask(): Promise<void> {
		const { doc, link, ids } = this.world;
		this.#isAsking = true;
		const held = new Set(ids.read());
		if (hasWritten(doc, doc.clientID)) held.add(doc.clientID);
		try {
			const answer = await link.open([...held]);
			if (this.#isStopped) return;
			this.#isAsking = false;
			this.#failures = 0;
			this.#take(answer);
			this.world.answered();
		} catch {
			if (!this.#isStopped) this.#tryLater();
		}
	}

	#take({ clientId, heldClientIds, refusal }: Awaited<ReturnType<DraftLink["open"]>>): void {
		const { doc, ids } = this.world;
		this.#refusal = refusal;
		if (clientId === null) return;
		const mine = new Set(heldClientIds);
		// What was typed meanwhile is not among those we asked for: its id is asked for next.
		const isNewlyWritten = hasWritten(doc, doc.clientID) && !mine.has(doc.clientID);
		if (isNewlyWritten && ids.read().includes(doc.clientID) && !this.#mine.has(doc.clientID)) {
			this.#mine = mine.add(doc.clientID);
			return this.renew();
		}
		if (!mine.has(doc.clientID)) doc.clientID = clientId;
		ids.add(doc.clientID);
		this.#mine = mine.add(doc.clientID);
		this.#isGiven = true;
	}

	#tryLater(): void {
		const wait = Math.min(longestWait, 500 * 2 ** this.#failures++);
		this.#retry = setTimeout(() => this.hurry(), wait);
	}
}

const hasWritten = (doc: Y.Doc, clientId: number) => doc.store.clients.has(clientId);
