import { mostPushBytes, mostPushUpdates } from "@crossroads/shared";
import * as Y from "yjs";
import type { DraftLink, DraftSlice, DraftWriter, UnsentMark } from "../provider/DraftLink.ts";

interface Follower {
	readonly after: () => string | null;
	readonly told: (slice: DraftSlice) => void;
}

/** A server of one draft in memory, and as many links to it as wanted. It answers when it is told to. */
export class MemoryServer {
	readonly log: { readonly pushId: string; readonly update: Uint8Array }[] = [];
	/** Set: what every push is answered with. */
	refusal: string | null = null;
	/** Whether cursors of before are unknown from now on. */
	epoch = 1;
	/** Set: the text as a whole is given as it was after so many updates, and the others behind it. */
	snapshotAt: number | null = null;
	/** The client ids given, to whichever browser. */
	readonly given = new Set<number>();
	readonly #links = new Set<MemoryLink>();

	link(): MemoryLink {
		const link = new MemoryLink(this);
		this.#links.add(link);
		return link;
	}

	take(pushId: string, updates: readonly Uint8Array[]): void {
		if (this.log.some((row) => row.pushId === pushId)) return;
		for (const update of updates) this.log.push({ pushId, update });
		for (const link of this.#links) link.catchUp();
	}

	/** Gives an id, and takes those that a device says are its own; as long as they are handed in, they are known. */
	open(held: readonly number[]): { clientId: number; heldClientIds: readonly number[]; refusal: null } {
		const clientId = 2_000 + this.given.size;
		for (const id of [clientId, ...held]) this.given.add(id);
		return { clientId, heldClientIds: held, refusal: null };
	}

	/** Why the updates may not follow what is here, as the server judges them; null: they may. */
	judge(updates: readonly Uint8Array[]): string | null {
		const bytes = updates.reduce((sum, { length }) => sum + length, 0);
		if (updates.length > mostPushUpdates || bytes > mostPushBytes) return "UPDATE_TOO_LARGE";
		const clocks = Y.decodeStateVector(Y.encodeStateVector(this.doc));
		for (const { id, length } of updates.flatMap((update) => Y.decodeUpdate(update).structs)) {
			const ahead = id.clock - (clocks.get(id.client) ?? 0);
			if (!this.given.has(id.client)) return "CLIENT_ID_NOT_YOURS";
			if (ahead !== 0) return ahead > 0 ? "UPDATE_OUT_OF_ORDER" : "UPDATE_CONFLICTS";
			clocks.set(id.client, id.clock + length);
		}
		return this.#buildsOnAir(updates) ? "UPDATE_OUT_OF_ORDER" : null;
	}

	#buildsOnAir(updates: readonly Uint8Array[]): boolean {
		const all = this.doc;
		for (const update of updates) Y.applyUpdate(all, update);
		return all.store.pendingStructs !== null || all.store.pendingDs !== null;
	}

	slice(after: string | null): DraftSlice | null {
		const [epoch, seq] = (after ?? "").split(".").map(Number);
		const isSnapshot = epoch !== this.epoch;
		const from = isSnapshot ? 0 : (seq ?? 0);
		if (!isSnapshot && from === this.log.length) return null;
		const to = (isSnapshot ? this.snapshotAt : null) ?? this.log.length;
		const updates = this.log.slice(from, to).map(({ update }) => update);
		return { cursor: `${this.epoch}.${to}`, isSnapshot, updates };
	}

	get doc(): Y.Doc {
		const doc = new Y.Doc();
		for (const { update } of this.log) Y.applyUpdate(doc, update);
		return doc;
	}
}

/** One browser's connection, which can be cut and which can lose answers. */
export class MemoryLink implements DraftLink {
	isConnected = true;
	/** The next push reaches the server, its answer gets lost. */
	losesNextAnswer = false;
	readonly pushes: string[] = [];
	readonly here: { clientId: number; cursor: string | null }[] = [];
	writers: (writers: readonly DraftWriter[]) => void = () => {};
	#follower: Follower | null = null;

	constructor(private readonly server: MemoryServer) {}

	follow(after: () => string | null, told: (slice: DraftSlice) => void): () => void {
		this.#follower = { after, told };
		this.catchUp();
		return () => {
			this.#follower = null;
		};
	}

	followWriters(told: (writers: readonly DraftWriter[]) => void): () => void {
		this.writers = told;
		return () => {};
	}

	async open(held: readonly number[]) {
		if (!this.isConnected) throw new Error("no connection");
		return this.server.open(held);
	}

	async push(pushId: string, updates: readonly Uint8Array[]): Promise<{ refusal: string | null }> {
		this.pushes.push(pushId);
		if (!this.isConnected) throw new Error("no connection");
		const isRepeated = this.server.log.some((row) => row.pushId === pushId);
		const refusal = this.server.refusal ?? (isRepeated ? null : this.server.judge(updates));
		if (refusal) return { refusal };
		this.server.take(pushId, updates);
		if (this.losesNextAnswer) {
			this.losesNextAnswer = false;
			throw new Error("the answer was lost");
		}
		return { refusal: null };
	}

	async sayHere(clientId: number, cursor: string | null): Promise<void> {
		this.here.push({ clientId, cursor });
	}

	catchUp(): void {
		while (this.isConnected && this.#follower) {
			const slice = this.server.slice(this.#follower.after());
			if (!slice) return;
			this.#follower.told(slice);
		}
	}
}

/** A mark that survives a reload, as long as the test holds it. */
export function memoryMark(since: Date | null = null): UnsentMark & { since: Date | null } {
	return {
		since,
		read() {
			return this.since;
		},
		write(written) {
			this.since = written;
		},
	};
}
