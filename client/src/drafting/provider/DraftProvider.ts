import * as Y from "yjs";
import type { DraftLink, DraftSlice, DraftWriter, UnsentMark } from "./DraftLink.ts";
import { missingUpdate } from "./missingUpdate.ts";
import { Presence } from "./Presence.ts";
import { PushQueue } from "./PushQueue.ts";
import { isSameSaveState, patience, type SaveState, saveStateOf } from "./SaveState.ts";

/** What a page shows of a draft besides its text. */
export interface DraftState {
	/** Whether there is a text to look at: the server's, or what this device remembers. */
	readonly isOpen: boolean;
	/** The draft does not exist for us any more. */
	readonly isGone: boolean;
	readonly save: SaveState;
	readonly writers: readonly DraftWriter[];
}

/** What the provider is made of. */
export interface DraftProviderParts {
	readonly doc: Y.Doc;
	readonly link: DraftLink;
	readonly mark: UnsentMark;
	readonly clock?: () => Date;
	readonly newId?: () => string;
}

/**
 * Keeps a Yjs document equal to the server's draft: what is written here goes to the server, is acknowledged after its
 * commit and only then called saved; what others write comes in order. Offline everything goes on; afterwards exactly
 * what is missing goes either way. Updates that come from the server have this provider as their origin.
 */
export class DraftProvider {
	readonly doc: Y.Doc;
	readonly #link: DraftLink;
	readonly #mark: UnsentMark;
	readonly #clock: () => Date;
	readonly #queue: PushQueue;
	readonly #presence: Presence;
	readonly #listeners = new Set<() => void>();
	#state: DraftState = { isOpen: false, isGone: false, save: { kind: "opening" }, writers: [] };
	#cursor: string | null = null;
	#isCompared = false;
	#isOnline = true;
	#isWritable = false;
	#markedSince: Date | null;
	#isUnsendable = false;
	#impatience: ReturnType<typeof setTimeout> | undefined;
	#stops: (() => void)[] = [];
	#stopFollowing = () => {};

	constructor({
		doc,
		link,
		mark,
		clock = () => new Date(),
		newId = () => crypto.randomUUID(),
	}: DraftProviderParts) {
		this.doc = doc;
		this.#link = link;
		this.#mark = mark;
		this.#clock = clock;
		this.#markedSince = mark.read();
		this.#queue = new PushQueue({ link, clock, newId, changed: () => this.#refresh() });
		this.#presence = new Presence(doc, link);
		this.#refresh();
	}

	/** For the editor's carets. */
	get awareness() {
		return this.#presence.awareness;
	}

	get state(): DraftState {
		return this.#state;
	}

	/** Calls back after every change of `state`; gives the way to stop. */
	subscribe(listener: () => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	/** Begins to follow the server, once. What the device remembers must be in `doc` by now; see also `compareAgain`. */
	start(): void {
		if (this.#stops.length > 0) return;
		const listen = (update: Uint8Array, _: unknown, __: Y.Doc, transaction: Y.Transaction) => {
			if (transaction.local && this.#isWritable) this.#queue.add(update);
		};
		this.doc.on("update", listen);
		if (this.doc.store.clients.size > 0) this.#show({ isOpen: true });
		this.#stops = [() => this.doc.off("update", listen), this.#link.followWriters(this.#meetWriters)];
		this.#stopFollowing = this.#follow();
	}

	/** Asks the server for the whole text, and hands in whatever it lacks. */
	compareAgain(): void {
		this.#cursor = null;
		this.#stopFollowing();
		this.#stopFollowing = this.#follow();
	}

	/** Whether what is written here may go to the server. What was written before it might is then handed in. */
	setWritable(isWritable: boolean): void {
		if (isWritable === this.#isWritable) return;
		this.#isWritable = isWritable;
		this.#presence.setHere(isWritable && this.#isOnline);
		if (isWritable && this.#isCompared) this.compareAgain();
	}

	/** What the connection reports. */
	setOnline(isOnline: boolean): void {
		this.#isOnline = isOnline;
		if (isOnline) this.#queue.hurry();
		this.#presence.setHere(this.#isWritable && isOnline);
		this.#refresh();
	}

	destroy(): void {
		for (const stop of this.#stops) stop();
		this.#stopFollowing();
		this.#queue.stop();
		this.#presence.stop();
		clearTimeout(this.#impatience);
		this.#listeners.clear();
	}

	#follow(): () => void {
		return this.#link.follow(
			() => this.#cursor,
			(slice) => this.#meet(slice),
			() => this.#show({ isGone: true }),
		);
	}

	#meet({ isSnapshot, updates, cursor }: DraftSlice): void {
		const missing = isSnapshot ? missingUpdate(this.doc, updates) : null;
		// One transaction, and one redrawing of the editor, however many there are.
		if (updates.length > 0) Y.applyUpdate(this.doc, Y.mergeUpdates([...updates]), this);
		this.#cursor = cursor;
		if (isSnapshot) this.#compared(missing);
		this.#show({ isOpen: true });
		this.#refresh();
	}

	/** The server's whole text is here; `missing` is what it lacks. */
	#compared(missing: Uint8Array | null): void {
		const since = this.#queue.unsentSince ?? this.#markedSince ?? this.#clock();
		this.#isCompared = true;
		this.#isUnsendable = missing !== null && !this.#isWritable;
		if (missing && this.#isWritable) this.#queue.replaceBy(missing, since);
	}

	readonly #meetWriters = (writers: readonly DraftWriter[]): void => {
		this.#presence.show(writers);
		this.#show({ writers });
	};

	/** Works out what may be said of safety, now and when patience runs out. */
	#refresh(): void {
		const now = this.#clock();
		const unsentSince = this.#queue.unsentSince ?? (this.#isCompared ? null : this.#markedSince);
		this.#remember(unsentSince);
		const refusal = this.#queue.refusal ?? (this.#isUnsendable ? "DRAFT_IS_READ_ONLY" : null);
		const save = saveStateOf({
			now,
			isOnline: this.#isOnline,
			isCompared: this.#isCompared,
			unsentSince,
			refusal,
		});
		clearTimeout(this.#impatience);
		if (save.kind === "saving" && unsentSince) {
			const left = patience - (now.getTime() - unsentSince.getTime());
			this.#impatience = setTimeout(() => this.#refresh(), left);
		}
		if (!isSameSaveState(save, this.#state.save)) this.#show({ save });
	}

	#remember(since: Date | null): void {
		if (since?.getTime() === this.#markedSince?.getTime()) return;
		this.#markedSince = since;
		this.#mark.write(since);
	}

	#show(news: Partial<DraftState>): void {
		this.#state = { ...this.#state, ...news };
		for (const listener of this.#listeners) listener();
	}
}
