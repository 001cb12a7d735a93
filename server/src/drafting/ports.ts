import type { DraftDocument, RefusalCode } from "@crossroads/shared";
import type { Transaction } from "../database/index.ts";
import type { DraftStanding } from "./domain/pushRules.ts";

/** One transaction of the database; its making and its end are the business of whoever began it. */
export type Tx = Transaction;

/** A draft as others see it. */
export interface Draft {
	readonly id: string;
	readonly recommendationId: string;
	readonly networkId: string;
	readonly language: string;
	readonly recommendationState: string;
}

/** Drafts for screens. What several callers ask for in one turn is one query; unknown ids find nothing. */
export interface DraftShelf {
	draft(id: string): Promise<Draft | null>;
	/** The draft in the recommendation's own language. */
	draftOfRecommendation(recommendationId: string): Promise<Draft | null>;
	/** See DraftLog.load. */
	loaded(draftId: string): Promise<LoadedDraft | null>;
}

/** Updates that one browser hands in together; all of them are stored, or none. */
export interface Push {
	readonly draftId: string;
	/** Made by the browser: the same id again is the same push. */
	readonly pushId: string;
	readonly updates: readonly Uint8Array[];
	readonly personId: string;
	readonly at: Date;
	/** Asked inside the transaction, of the draft as it is locked there: null, or why the updates may not follow. */
	readonly admit: (draft: DraftStanding) => RefusalCode | null;
}

/** Where the last of a push's updates stands, or why there is none. Given after the commit. */
export type Pushed = { readonly cursor: string; readonly refusal: null } | { readonly refusal: RefusalCode };

/** What a reader of a draft's log gets. */
export interface LogSlice {
	/** Where the slice ends. */
	readonly cursor: string;
	/** The text as a whole; otherwise exactly what followed the reader's place. */
	readonly isSnapshot: boolean;
	readonly updates: readonly Uint8Array[];
}

/** What one commit added to one draft. */
export interface LogGrowth extends LogSlice {
	readonly draftId: string;
	/** The cursor directly before these updates. */
	readonly previous: string;
	/** How many updates stand behind the last snapshot now. */
	readonly behindSnapshot: number;
}

/** A draft's updates up to a place. */
export interface LoadedDraft {
	readonly id: string;
	readonly seq: number;
	readonly snapshotSeq: number;
	/** Snapshot and updates: merged, they are the text. */
	readonly updates: readonly Uint8Array[];
}

/** The append-only log of all drafts. */
export interface DraftLog {
	/**
	 * Stores the push and answers after the commit. Numbers are without gaps in each draft. Rejects when the commit
	 * failed: then nothing of the push is stored, and it may be handed in again.
	 */
	append(push: Push): Promise<Pushed>;
	/** What followed the place, or a snapshot when the place is unknown, too old or null; null: no such draft. */
	read(draftId: string, after: string | null): Promise<LogSlice | null>;
	/** One statement, however many drafts; those that do not exist are missing. */
	load(draftIds: readonly string[]): Promise<LoadedDraft[]>;
	/** The draft of a recommendation in a language, as of this statement; null: there is none. */
	loadOf(tx: Tx, recommendationId: string, language: string): Promise<LoadedDraft | null>;
	/** Makes a draft; `first` is its text's first update. */
	open(
		tx: Tx,
		draft: { recommendationId: string; language: string; first: Uint8Array | null },
	): Promise<string>;
	/**
	 * Replaces the snapshot by one that holds everything up to `seq` and forgets the updates long behind it. Does
	 * nothing (false) when another instance was faster.
	 */
	replaceSnapshot(replaced: LoadedDraft, snapshot: Uint8Array): Promise<boolean>;
}

/** All that this room knows of Yjs. Pure; implemented in crdt/. */
export interface TextUpdates {
	/** Whether the bytes are one whole update that touches nothing but the text; never throws, applies nothing. */
	isSound(update: Uint8Array): boolean;
	/** One update that has the effect of all. */
	merge(updates: readonly Uint8Array[]): Uint8Array;
	/** The text as ProseMirror JSON, as it is: not yet in shape. */
	read(updates: readonly Uint8Array[]): unknown;
	/** The update that writes this document into an empty text; the same document gives the same bytes. */
	write(document: DraftDocument): Uint8Array;
}

/** Who somebody is to the others at a draft. */
export interface WriterIdentity {
	readonly name: string;
	readonly partnerCode: string | null;
}

/** Wired by the house from the rooms people and network: the person, and the partner they write for, if any. */
export type IdentityOf = (personId: string, partnerId: string | null) => Promise<WriterIdentity | null>;

/** What is worth a line in the log of the process; never the text of a draft, never a name. */
export type Warn = (fields: Record<string, unknown>, message: string) => void;
