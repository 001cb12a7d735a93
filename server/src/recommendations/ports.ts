import type { DraftDocument } from "@crossroads/shared";
import type { Transaction } from "../database/index.ts";
import type { RecommendationState } from "./domain/lifecycle.ts";

/** One transaction of the database; its making and its end are the business of whoever began it. */
export type Tx = Transaction;

/** A recommendation as everything here decides on it and shows it. */
export interface Recommendation {
	readonly id: string;
	readonly networkId: string;
	readonly themeId: string;
	/** Counted within the network, from 1. */
	readonly number: number;
	readonly title: string;
	readonly language: string;
	readonly state: RecommendationState;
	readonly isDemonstration: boolean;
}

/** A text frozen by its content hash; never changed after it was written. */
export interface Version {
	readonly id: string;
	readonly recommendationId: string;
	/** Counted within the recommendation, from 1. */
	readonly number: number;
	readonly language: string;
	readonly title: string;
	readonly document: DraftDocument;
	readonly text: string;
	/** SHA-256 in lower-case hex of `versionContent`. */
	readonly contentHash: string;
	readonly frozenAt: Date;
}

/** One step of a recommendation's life: who, when and, past TABLED, the version and the poll. */
export interface Transition {
	readonly recommendationId: string;
	readonly from: RecommendationState | null;
	readonly to: RecommendationState;
	readonly at: Date;
	readonly personId: string | null;
	readonly versionId: string | null;
	readonly pollId: string | null;
}

/** A transition as it is shown. */
export interface TransitionShown extends Transition {
	readonly personName: string | null;
	readonly versionNumber: number | null;
}

/** What a recommendation rests on. */
export interface Basis {
	readonly recommendationId: string;
	readonly initiativeId: string | null;
	readonly findingId: string | null;
}

/**
 * Reading for screens. What several callers ask for in one turn is one query; nothing is kept. Unknown ids, and texts
 * that are no ids, give null or nothing.
 */
export interface RecommendationShelf {
	recommendation(id: string): Promise<Recommendation | null>;
	/** By number. */
	ofNetwork(networkId: string): Promise<readonly Recommendation[]>;
	/** By number. */
	ofTheme(themeId: string): Promise<readonly Recommendation[]>;
	/** Newest first. */
	versionsOf(recommendationId: string): Promise<readonly Version[]>;
	version(id: string): Promise<Version | null>;
	/** Oldest first. */
	historyOf(recommendationId: string): Promise<readonly TransitionShown[]>;
	basesOf(recommendationId: string): Promise<readonly Basis[]>;
}

/** What a new recommendation is made of. */
export interface NewRecommendation {
	readonly networkId: string;
	readonly themeId: string;
	readonly title: string;
	readonly language: string;
	readonly state: RecommendationState;
	readonly isDemonstration: boolean;
	readonly at: Date;
}

/** Writing: everything within one transaction of the caller's. */
export interface RecommendationBook {
	/** Commits when `work` resolves, rolls back when it throws; may run `work` again after a deadlock. */
	transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
	/** Adds one with the next number of its network (which is locked for it); null: no such theme in that network. */
	add(tx: Tx, made: NewRecommendation): Promise<Recommendation | null>;
	/** The one recommendation, locked against every other change until the transaction ends; null: there is none. */
	lock(tx: Tx, id: string): Promise<Recommendation | null>;
	/** Like `lock`, by one of its versions. */
	lockByVersion(tx: Tx, versionId: string): Promise<Recommendation | null>;
	/** The number of its newest version, 0 before the first. To be asked under the lock. */
	newestVersion(tx: Tx, recommendationId: string): Promise<{ id: string | null; number: number }>;
	freeze(tx: Tx, version: Omit<Version, "id"> & { frozenBy: string }): Promise<Version>;
	/** Writes the new state and the row of its history. */
	record(tx: Tx, transition: Transition): Promise<void>;
	rest(tx: Tx, bases: readonly Basis[]): Promise<void>;
}

/** The live text of a recommendation, as the room of drafts gives it. Wired by the house. */
export interface DraftText {
	/** Makes the draft of a recommendation in one language, with a first text where `document` is given. */
	open(
		tx: Tx,
		draft: { recommendationId: string; language: string; document?: DraftDocument },
	): Promise<void>;
	/**
	 * The text as committed before this statement, in shape (see documentShape); null: no such draft. Under the lock
	 * on the recommendation no update can follow unless it is refused, so that what is read is the last text.
	 */
	read(tx: Tx, recommendationId: string, language: string): Promise<DraftDocument | null>;
}

/** What the steps need of the programme; its room fits. */
export interface Agenda {
	readonly shelf: {
		/** Where the session stands; null: there is none. */
		session(
			id: string,
		): Promise<{ readonly id: string; readonly eventId: string; readonly networkId: string } | null>;
	};
	/**
	 * Puts the recommendation on the session's agenda, or finds the item that names it already; raises the session's
	 * version and takes its lock. Gives the item's id; null: no such session.
	 */
	placeOnAgenda(tx: Tx, sessionId: string, recommendationId: string, title: string): Promise<string | null>;
	/** Raises the version of every session whose agenda names the recommendation, and takes its lock; gives their ids. */
	touchSessionsNaming(tx: Tx, recommendationId: string): Promise<readonly string[]>;
}

/** Everything that the actions of this room need of the world. */
export interface RecommendationsWorld {
	readonly book: RecommendationBook;
	readonly drafts: DraftText;
	readonly agenda: Agenda;
	readonly clock: () => Date;
	/** SHA-256 of the text's UTF-8 bytes, in lower-case hex. */
	readonly contentHash: (text: string) => string;
	/** Tells those who look that something changed; only ever after the commit. */
	readonly announce: (topic: string) => void;
}
