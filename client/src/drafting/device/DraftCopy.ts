import * as Y from "yjs";
import type { Keeper, Keeping } from "../provider/DraftLink.ts";
import { answered, completed, factsStore, openDraftDatabase, updatesStore } from "./draftDatabase.ts";

const longestWait = 2_000;

/** How long to wait before the device is asked again to keep what it did not. */
const retryAfter = 5_000;

/** More updates than these are made into one. */
const mostUpdates = 500;

const idPrefix = "id:";

/**
 * Keeps a document on the device, so that a reload, a closed tab or a dead battery loses nothing that was called kept.
 * One transaction at a time; what is written meanwhile goes into the next. What was written here is flushed to the disk
 * before it is called kept, together with the client id it was written under. Updates that come from the device have
 * this copy as their origin.
 */
export class DraftCopy implements Keeper {
	/** Resolves when what was remembered is in the document, or after two seconds, whichever is first. */
	readonly loaded: Promise<void>;
	#ids: readonly number[] = [];
	#database: IDBDatabase | null = null;
	#waiting: { update: Uint8Array; isOwn: boolean }[] = [];
	#underway = 0;
	#ownUnderway = 0;
	#kept = 0;
	#hasFailed = false;
	#isLate = false;
	#isClosed = false;
	readonly #idsKept = new Set<number>();
	readonly #listeners = new Set<() => void>();
	readonly #late = new Set<() => void>();
	#retry: ReturnType<typeof setTimeout> | undefined;

	constructor(
		readonly name: string,
		private readonly doc: Y.Doc,
	) {
		doc.on("update", this.#listen);
		const remembered = this.#open().catch(() => this.#fail());
		const tired = new Promise<void>((resolve) => setTimeout(resolve, longestWait));
		this.loaded = Promise.race([remembered, tired.then(() => this.#getTired())]);
	}

	/** What can be said of the words that were written here. */
	get keeping(): Keeping {
		if (this.#hasFailed) return "lost";
		const isOnItsWay = this.#ownUnderway > 0 || this.#waiting.some(({ isOwn }) => isOwn);
		return isOnItsWay ? "keeping" : "kept";
	}

	/** The client ids under which words in the copy were written on this device, the newest first. */
	get ids(): readonly number[] {
		return this.#ids;
	}

	/** Calls back after every change of `keeping`; gives the way to stop. */
	subscribe(listener: () => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	/** Calls back if the memory comes later than `loaded`. */
	onLate(callback: () => void): void {
		this.#late.add(callback);
	}

	/** Hands everything over to the browser now: the page may be about to end. */
	flush(): void {
		if (this.#database && this.#waiting.length > 0) void this.#write(this.#database);
	}

	close(): void {
		this.doc.off("update", this.#listen);
		this.flush();
		this.#isClosed = true;
		clearTimeout(this.#retry);
		this.#listeners.clear();
		this.#late.clear();
		// Transactions under way come to their end all the same.
		this.#database?.close();
	}

	readonly #listen = (update: Uint8Array, origin: unknown, _: Y.Doc, { local }: Y.Transaction): void => {
		if (origin === this) return;
		this.#waiting.push({ update, isOwn: local });
		if (local) this.#tell();
		this.#writeNext();
	};

	async #open(): Promise<void> {
		const database = await openDraftDatabase(this.name);
		if (this.#isClosed) return this.#leave(database);
		database.addEventListener("close", () => this.#fail());
		database.addEventListener("versionchange", () => this.#fail());
		await this.#read(database);
		this.#database = database;
		this.#writeNext();
		if (this.#isLate) for (const callback of this.#late) callback();
	}

	/** Closed before the device had answered. */
	async #leave(database: IDBDatabase): Promise<void> {
		if (this.#waiting.length > 0) await this.#put(database, this.#waiting, true);
		database.close();
	}

	async #read(database: IDBDatabase): Promise<void> {
		const transaction = database.transaction([updatesStore, factsStore]);
		const [updates, ids] = await Promise.all([
			answered<Uint8Array[]>(transaction.objectStore(updatesStore).getAll()),
			readIds(transaction.objectStore(factsStore)),
		]);
		this.#kept = updates.length;
		this.#ids = ids;
		for (const id of ids) this.#idsKept.add(id);
		if (!this.#isClosed) this.#apply(updates);
	}

	/** Not as words that were written here just now. */
	#apply(updates: readonly Uint8Array[]): void {
		const apply = () => {
			for (const update of updates) Y.applyUpdate(this.doc, update, this);
		};
		Y.transact(this.doc, apply, this, false);
	}

	#writeNext(): void {
		if (!this.#database || this.#isClosed || this.#underway > 0 || this.#waiting.length === 0) return;
		void this.#write(this.#database);
	}

	async #write(database: IDBDatabase): Promise<void> {
		const taken = this.#waiting;
		this.#waiting = [];
		const own = taken.filter(({ isOwn }) => isOwn).length;
		this.#underway += 1;
		this.#ownUnderway += own;
		try {
			await this.#put(database, taken, own > 0);
			this.#hasFailed = false;
			this.#kept += taken.length;
			if (this.#kept > mostUpdates && !this.#isClosed) await this.#makeOne(database);
		} catch {
			this.#waiting.unshift(...taken);
			this.#fail();
		}
		this.#underway -= 1;
		this.#ownUnderway -= own;
		if (own > 0) this.#tell();
		if (!this.#hasFailed) this.#writeNext();
	}

	/** What others wrote the server has too; what was written here must outlive a dead battery. */
	async #put(
		database: IDBDatabase,
		taken: readonly { update: Uint8Array }[],
		hasOwn: boolean,
	): Promise<void> {
		const durability = hasOwn ? "strict" : "relaxed";
		const transaction = database.transaction([updatesStore, factsStore], "readwrite", { durability });
		for (const { update } of taken) transaction.objectStore(updatesStore).add(update);
		const { clientID } = this.doc;
		if (hasOwn && !this.#idsKept.has(clientID))
			transaction.objectStore(factsStore).put(Date.now(), `${idPrefix}${clientID}`);
		// Else it would be committed in another turn of the page, which may never come.
		transaction.commit?.();
		await completed(transaction);
		if (hasOwn) this.#idsKept.add(clientID);
	}

	/** Makes one update of all, those of sister tabs as well; nobody can write in between. */
	async #makeOne(database: IDBDatabase): Promise<void> {
		const transaction = database.transaction(updatesStore, "readwrite", { durability: "strict" });
		const store = transaction.objectStore(updatesStore);
		const [updates, keys] = await Promise.all([
			answered<Uint8Array[]>(store.getAll()),
			answered(store.getAllKeys()),
		]);
		this.#apply(updates);
		store.add(Y.encodeStateAsUpdate(this.doc));
		store.delete(IDBKeyRange.upperBound(keys.at(-1)));
		transaction.commit?.();
		await completed(transaction);
		this.#kept = 1;
	}

	#fail(): void {
		if (this.#isClosed) return;
		this.#hasFailed = true;
		this.#tell();
		clearTimeout(this.#retry);
		this.#retry = setTimeout(() => this.#writeNext(), retryAfter);
	}

	#getTired(): void {
		this.#isLate = this.#database === null;
	}

	#tell(): void {
		for (const listener of this.#listeners) listener();
	}
}

async function readIds(facts: IDBObjectStore): Promise<number[]> {
	const ids = IDBKeyRange.bound(idPrefix, `${idPrefix}\uffff`);
	const [keys, times] = await Promise.all([
		answered(facts.getAllKeys(ids)),
		answered<number[]>(facts.getAll(ids)),
	]);
	const known = keys.map((key, at) => ({
		id: Number(String(key).slice(idPrefix.length)),
		at: times[at] ?? 0,
	}));
	return known.sort((one, other) => other.at - one.at).map(({ id }) => id);
}
