/** What the server says of a draft's log. */
export interface DraftSlice {
	readonly cursor: string;
	/** The updates are the text as a whole. */
	readonly isSnapshot: boolean;
	readonly updates: readonly Uint8Array[];
}

/** Somebody at the draft, as the server vouches for them. */
export interface DraftWriter {
	/** Yjs client id, unsigned. */
	readonly clientId: number;
	readonly personId: string;
	readonly name: string;
	readonly partnerCode: string | null;
	readonly colour: string;
	/** JSON of relative positions {anchor, head}. */
	readonly cursor: string | null;
}

/** Why a stream of the server ended for good. */
export type EndOfDraft = "not-found";

/** The way to the server, for one draft. Breaks of the connection are its own affair: it comes back by itself. */
export interface DraftLink {
	/**
	 * Follows the log behind the cursor that `after` gives, asked again at every reconnection. Slices come in order.
	 * Gives the way to stop.
	 */
	follow(
		after: () => string | null,
		told: (slice: DraftSlice) => void,
		ended: (why: EndOfDraft) => void,
	): () => void;
	/**
	 * Asks for a client id of this tab's own, and for those that the device wrote under before: gives which of them are
	 * ours. Rejects when there is no answer: ask again.
	 */
	open(heldClientIds: readonly number[]): Promise<{
		/** Unsigned; null where refused. */
		readonly clientId: number | null;
		readonly heldClientIds: readonly number[];
		readonly refusal: string | null;
	}>;
	/** Hands updates in; resolves after the server's commit. Rejects when that is unknown: hand in again, same id. */
	push(pushId: string, updates: readonly Uint8Array[]): Promise<{ readonly refusal: string | null }>;
	/** Follows who is at the draft. Gives the way to stop. */
	followWriters(told: (writers: readonly DraftWriter[]) => void): () => void;
	/** Says that we are here, and where. Resolves when it was sent or has failed; never rejects. */
	sayHere(clientId: number, cursor: string | null): Promise<void>;
}

/** What survives a reload of the page: the client ids under which this device wrote in the draft. */
export interface HeldIds {
	/** The newest first. */
	read(): readonly number[];
	add(id: number): void;
}

/** What survives a reload of the page: since when there is something unsent; null: nothing. */
export interface UnsentMark {
	read(): Date | null;
	write(since: Date | null): void;
}

/** Of what was written here: "kept": all of it is on the device; "keeping": it is on its way; "lost": it is not kept. */
export type Keeping = "kept" | "keeping" | "lost";

/** The device's own copy of the draft, as far as the provider speaks of it. */
export interface Keeper {
	readonly keeping: Keeping;
	/** Calls back after every change of it; gives the way to stop. */
	subscribe(listener: () => void): () => void;
}
