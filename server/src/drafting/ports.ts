import type { AuthoredDocument, DraftDocument, Dropped, RefusalCode } from "@crossroads/shared";
import type { Transaction } from "../database/index.ts";
import type { ClientStanding, Judgement, UpdateWriter } from "./domain/judgeUpdates.ts";
import type { Moment } from "./domain/moments.ts";
import type { DraftStanding } from "./domain/pushRules.ts";
import type { UpdateFacts } from "./domain/UpdateFacts.ts";
import type { Writer } from "./domain/WriterBoard.ts";

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

/** A draft inside the transaction that may write in it. */
export interface LockedStanding extends DraftStanding {
	/** All updates that were ever stored in it. */
	readonly bytes: number;
}

/** Updates that one browser hands in together; all of them are stored, or none. */
export interface Push extends UpdateWriter {
	readonly draftId: string;
	/** Made by the browser: the same id again is the same push. */
	readonly pushId: string;
	readonly updates: readonly Uint8Array[];
	/** Of each update. */
	readonly facts: readonly UpdateFacts[];
	readonly at: Date;
	/** Asked inside the transaction, of the draft as it is locked there: null, or why the updates may not follow. */
	readonly admit: (draft: LockedStanding) => RefusalCode | null;
	/** Asked there too, with the client ids that the updates name and the draft knows. */
	readonly judge: (known: ReadonlyMap<number, ClientStanding>) => Judgement;
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
	/** Snapshot and updates: together they are the text. */
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
		draft: { recommendationId: string; language: string; first: WrittenText | null },
	): Promise<string>;
	/** Replaces the snapshot by one that holds everything up to `seq`; false: another instance was faster. */
	replaceSnapshot(replaced: LoadedDraft, snapshot: Uint8Array): Promise<boolean>;
}

/** What a draft's log was at earlier times. Nothing that was ever stored is forgotten. */
export interface DraftHistory {
	/**
	 * The updates that stand far enough behind the snapshot to leave the log, oldest first, when they are enough to be
	 * worth a chunk of the archive; null: not yet.
	 */
	outgrown(draftId: string): Promise<Outgrown | null>;
	/** Moves them from the log into the archive, all or none; nothing happens when another instance was faster. */
	archive(outgrown: Outgrown, merged: Uint8Array): Promise<void>;
	/** The newest `first` moments of what was written before this number, newest first, and if there are older ones. */
	moments(
		draftId: string,
		first: number,
		before: number | null,
	): Promise<{ moments: Moment[]; hasMore: boolean }>;
	/** Everything up to a place, and when that was; null: the log never had this place. */
	at(draftId: string, cursor: string): Promise<{ at: Date; updates: readonly Uint8Array[] } | null>;
}

/** Neighbours in a draft's log, on their way into its archive: push by push. */
export interface Outgrown {
	readonly draftId: string;
	readonly pushes: readonly {
		/** Of its last update. */
		readonly seq: number;
		readonly mark: string;
		readonly at: Date;
		readonly personId: string | null;
		readonly pushId: string;
		readonly updates: readonly Uint8Array[];
	}[];
}

/** Under which Yjs client ids who writes in a draft. */
export interface ClientIds {
	/** Draws an id that nobody has in this draft and gives it to the sign-in; null: the person has `most` already. */
	give(draftId: string, writer: UpdateWriter, most: number): Promise<number | null>;
	/**
	 * Binds to this sign-in the ids that the same person was given before, under whatever sign-in, and those that
	 * nobody has: drawn by a browser before it could ask, or lost with the database that a backup has replaced. Gives
	 * those that are bound now.
	 */
	hold(draftId: string, writer: UpdateWriter, ids: readonly number[], most: number): Promise<number[]>;
	/** Gives up the person's ids in this draft under which nothing was written since then. */
	forgetUnused(draftId: string, personId: string, before: Date): Promise<void>;
	/** Whether the id belongs to the person. */
	isOf(draftId: string, personId: string, id: number): Promise<boolean>;
	/** Who writes under the ids of a draft; ids of the server are null. */
	authors(draftId: string): Promise<ReadonlyMap<number, string | null>>;
}

/** Who is at which draft, on every instance. Nothing in it is worth keeping longer than 30 seconds. */
export interface Presence {
	/** The writer as last noted here under this client id, if not gone. */
	find(draftId: string, clientId: number): Writer | null;
	/** Notes that the writer is here; whether anything that others see has changed by it, who may then be told. */
	note(draftId: string, writer: Writer): Promise<boolean>;
	/** Everybody at the draft, in the order of their coming. Never rejects: without its companions it knows its own. */
	writersOf(draftId: string): Promise<Writer[]>;
	/** Forgets everybody who has not been heard of; the drafts that show fewer people now. */
	sweep(): string[];
	close(): Promise<void>;
}

/** A text as one update, written by the server under an id of its own up to this clock. */
export interface WrittenText {
	readonly update: Uint8Array;
	readonly clientId: number;
	readonly clock: number;
}

/** A text as a document in shape, and how often what was left out of it. */
export interface ShapedText {
	readonly document: DraftDocument;
	readonly dropped: Dropped;
}

/**
 * All that this room knows of Yjs; implemented in crdt/. What gives a promise works beside the server, in a thread, and
 * rejects with `TextTooCostly` when its time is over; the thread is ended then [D15].
 */
export interface TextUpdates {
	/**
	 * What the bytes say, if they are one whole update that touches nothing but the text; else null. Never throws,
	 * applies nothing.
	 */
	inspect(update: Uint8Array): UpdateFacts | null;
	/** The text, in shape. */
	read(updates: readonly Uint8Array[]): Promise<ShapedText>;
	/** The update that writes this document into an empty text; the same document gives the same bytes. */
	write(document: DraftDocument): WrittenText;
	/** One update that gives the text of all; what was deleted is not in it any more. */
	compact(updates: readonly Uint8Array[]): Promise<Uint8Array>;
	/** One update that has the effect of all, and still holds what was deleted. */
	merge(updates: readonly Uint8Array[]): Promise<Uint8Array>;
	/** Whether taking the pushed updates in costs no more time than a push may. */
	isFair(stored: readonly Uint8Array[], pushed: readonly Uint8Array[]): Promise<boolean>;
	/** The text, in shape, and which of the authors wrote what; null: whoever has no name among them. */
	readAuthored(
		updates: readonly Uint8Array[],
		authors: ReadonlyMap<number, string | null>,
	): Promise<AuthoredDocument>;
	/** The update that, under this client id, turns the text into the document; null: it is equal. */
	rewrite(
		updates: readonly Uint8Array[],
		document: DraftDocument,
		clientId: number,
	): Promise<Uint8Array | null>;
	/** Ends the threads. */
	close(): Promise<void>;
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
