import { keepFormats } from "@crossroads/shared";
import type * as Y from "yjs";
import type { Missing } from "./compare/Comparison.ts";
import { Reconciliation } from "./compare/Reconciliation.ts";
import type { DraftLink, DraftSlice, DraftWriter, HeldIds, Keeper, UnsentMark } from "./DraftLink.ts";
import { pageIds } from "./heldIds.ts";
import { Presence } from "./Presence.ts";
import { PushQueue } from "./push/PushQueue.ts";
import { isSameSaveState, patience, type SaveState, saveStateOf } from "./SaveState.ts";
import { TabIdentity } from "./TabIdentity.ts";
import { takeIn } from "./takeIn.ts";

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
	/** Default: a device that keeps nothing. */
	readonly keeper?: Keeper;
	/** Default: for as long as the page lasts. */
	readonly ids?: HeldIds;
	readonly clock?: () => Date;
	readonly newId?: () => string;
}

const nothingKept: Keeper = { keeping: "lost", subscribe: () => () => {} };

/** How long to wait before the text is compared once more, in milliseconds: at first, and at most. */
const compareAfter = { first: 200, most: 15_000 };

/**
 * Keeps a Yjs document equal to the server's draft: what is written here goes to the server, is acknowledged after its
 * commit and only then called saved; what others write comes in order. Offline everything goes on; afterwards exactly
 * what is missing goes either way. Updates that come from the server have this provider as their origin.
 */
export class DraftProvider {
	readonly doc: Y.Doc;
	readonly #link: DraftLink;
	readonly #mark: UnsentMark;
	readonly #keeper: Keeper;
	readonly #clock: () => Date;
	readonly #queue: PushQueue;
	readonly #presence: Presence;
	readonly #identity: TabIdentity;
	readonly #reconciliation: Reconciliation;
	readonly #listeners = new Set<() => void>();
	#state: DraftState = { isOpen: false, isGone: false, save: { kind: "opening" }, writers: [] };
	#cursor: string | null = null;
	#isCompared = false;
	#isOnline = true;
	#isWritable = false;
	#markedSince: Date | null;
	#isUnsendable = false;
	/** The server lacks more of ours than could be handed in. */
	#isMore = false;
	#comparisons = 0;
	#renewals = 0;
	#compareTimer: ReturnType<typeof setTimeout> | undefined;
	#impatience: ReturnType<typeof setTimeout> | undefined;
	#stops: (() => void)[] = [];
	#stopFollowing = () => {};

	constructor({
		doc,
		link,
		mark,
		keeper = nothingKept,
		ids = pageIds(),
		clock = () => new Date(),
		newId = () => crypto.randomUUID(),
	}: DraftProviderParts) {
		this.doc = keepFormats(doc);
		this.#link = link;
		this.#mark = mark;
		this.#keeper = keeper;
		this.#clock = clock;
		this.#markedSince = mark.read();
		this.#queue = new PushQueue({
			link,
			clock,
			newId,
			changed: () => this.#queueChanged(),
			mayPush: () => this.#isCompared && this.#identity.isGiven,
			refused: (code) => this.#remedyFor(code),
		});
		this.#identity = new TabIdentity({ doc, link, ids, answered: () => this.#identified() });
		this.#presence = new Presence(doc, link);
		this.#reconciliation = new Reconciliation({
			doc,
			mine: () => (this.#isWritable ? this.#identity.mine : null),
			mayJudge: () => !this.#isWritable || (this.#identity.isGiven && !this.#queue.isUnderway),
			judged: (missing) => this.#judged(missing),
		});
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
			if (!transaction.local || !this.#isWritable) return;
			this.#identity.noteWritten();
			this.#queue.add(update);
		};
		this.doc.on("update", listen);
		if (this.doc.store.clients.size > 0) this.#show({ isOpen: true });
		this.#stops = [
			() => this.doc.off("update", listen),
			this.#keeper.subscribe(() => this.#refresh()),
			this.#link.followWriters(this.#meetWriters),
		];
		this.#stopFollowing = this.#follow();
	}

	/** Asks the server for the whole text, and hands in whatever it lacks. */
	compareAgain(): void {
		this.#cursor = null;
		this.#stopFollowing();
		this.#stopFollowing = this.#follow();
	}

	/** Another tab of ours is gone, and left words in `doc` that nobody has sent: they are handed in from here. */
	takeOver(): void {
		if (this.#isWritable) this.#identity.renew();
		this.compareAgain();
	}

	/** Whether what is written here may go to the server. What was written before it might is then handed in. */
	setWritable(isWritable: boolean): void {
		if (isWritable === this.#isWritable) return;
		this.#isWritable = isWritable;
		if (isWritable) this.#identity.ask();
		this.#setHere();
		if (isWritable && this.#isCompared) this.compareAgain();
	}

	/** What the connection reports. */
	setOnline(isOnline: boolean): void {
		this.#isOnline = isOnline;
		if (isOnline) {
			this.#identity.hurry();
			this.#queue.hurry();
		}
		this.#setHere();
		this.#refresh();
	}

	destroy(): void {
		for (const stop of this.#stops) stop();
		this.#stopFollowing();
		this.#queue.stop();
		this.#identity.stop();
		this.#reconciliation.stop();
		clearTimeout(this.#compareTimer);
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
		if (isSnapshot) this.#reconciliation.begin(updates);
		else this.#reconciliation.take(updates);
		takeIn(this.doc, updates, this);
		this.#cursor = cursor;
		this.#show({ isOpen: true });
		this.#refresh();
		this.#queue.go();
	}

	/** What the server lacks of ours is known, and handed in where that may be. */
	#judged({ update, isMore }: Missing): void {
		const since = this.#queue.unsentSince ?? this.#markedSince ?? this.#clock();
		this.#isUnsendable = update !== null && !this.#isWritable;
		this.#isMore = isMore && this.#isWritable;
		if (this.#isUnsendable || this.#isMore) this.#remember(since);
		this.#isCompared = true;
		if (update && this.#isWritable) this.#queue.replaceBy(update, since);
		this.#refresh();
		this.#queue.go();
	}

	#compareLater(): void {
		const wait = Math.min(compareAfter.most, compareAfter.first * 4 ** this.#comparisons++);
		clearTimeout(this.#compareTimer);
		this.#compareTimer = setTimeout(() => this.compareAgain(), wait);
	}

	/** The server has said who we are, or that we are nobody. */
	#identified(): void {
		this.#presence.takeIdentity(this.doc.clientID);
		this.#setHere();
		this.#queueChanged();
		this.#queue.go();
	}

	#queueChanged(): void {
		if (!this.#queue.isUnderway && this.#queue.refusal === null && this.#queue.unsentSince === null) {
			this.#renewals = 0;
			if (this.#isCompared && !this.#isMore) this.#comparisons = 0;
		}
		this.#refresh();
		this.#reconciliation.look();
	}

	#remedyFor(code: string): "again" | "compare" | "end" {
		if (code === "CLIENT_ID_NOT_YOURS" && this.#renewals++ < 2) {
			this.#identity.renew();
			return "again";
		}
		if (code !== "UPDATE_OUT_OF_ORDER" && code !== "UPDATE_CONFLICTS") return "end";
		// What was written stands in the document, and is found there once the server's text is here again.
		this.#isCompared = false;
		this.#compareLater();
		return "compare";
	}

	#setHere(): void {
		this.#presence.setHere(this.#isWritable && this.#isOnline && this.#identity.isGiven);
	}

	readonly #meetWriters = (writers: readonly DraftWriter[]): void => {
		this.#presence.show(writers);
		this.#show({ writers });
	};

	/** Works out what may be said of safety, now and when patience runs out. */
	#refresh(): void {
		const now = this.#clock();
		const isAllThere = this.#isCompared && !this.#isUnsendable && !this.#isMore;
		const unsentSince = this.#queue.unsentSince ?? (isAllThere ? null : this.#markedSince);
		this.#remember(unsentSince);
		const unsendable = this.#isUnsendable ? "DRAFT_IS_READ_ONLY" : null;
		const refusal = this.#queue.refusal ?? (this.#isWritable ? this.#identity.refusal : null) ?? unsendable;
		const save = saveStateOf({
			now,
			isOnline: this.#isOnline,
			isCompared: this.#isCompared,
			unsentSince,
			keeping: this.#keeper.keeping,
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
