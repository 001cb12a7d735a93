import type { ClientStanding } from "../domain/judgeUpdates.ts";
import type { LockedStanding } from "../ports.ts";
import type { CommittedPushes } from "./commitPushes.ts";
import type { Place } from "./knownOf.ts";
import type { LockedDraft } from "./LockedDraft.ts";

/** A draft as our last commit in it left it. */
export interface KnownDraft extends LockedStanding {
	readonly place: Place;
	readonly snapshotSeq: number;
	/** The client ids that our commits met, with what they were then. */
	readonly clients: Map<number, ClientStanding>;
	/** Whether another instance wrote between our last two commits: then it will again, and this is soon outdated. */
	readonly isShared: boolean;
}

const mostDrafts = 1_000;
const mostClients = 500;

/**
 * What this process remembers of the drafts it writes in, so that it need not ask each time. It is a guess about what
 * stands in the database, nothing more: whoever uses it has the database compare it (see `commitAtOnce`).
 */
export class KnownDrafts {
	readonly #drafts = new Map<string, KnownDraft>();

	/** The drafts, if all are known and nobody else seems to write in them. */
	all(ids: readonly string[]): KnownDraft[] | null {
		const found: KnownDraft[] = [];
		for (const id of ids) {
			const draft = this.#drafts.get(id);
			if (!draft || draft.isShared) return null;
			found.push(draft);
		}
		return found;
	}

	/** Notes what a commit has left behind. */
	note({ drafts, known, mark }: CommittedPushes): void {
		for (const draft of drafts) {
			const { draftId, networkId, recommendationState, seq, bytes, snapshotSeq, before } = draft;
			const place = draft.added.length > 0 ? { seq, mark } : before;
			const last = this.#drafts.get(draftId);
			const isShared = last !== undefined && !isSame(last.place, before);
			const clients = this.#clientsOf(draft, known.clientsOf(draftId), isShared);
			// Put at the end: what has not been written in for longest goes first.
			this.#drafts.delete(draftId);
			this.#drafts.set(draftId, {
				...{ draftId, networkId, recommendationState, bytes, snapshotSeq },
				...{ place, clients, isShared },
			});
		}
		for (const oldest of this.#drafts.keys()) {
			if (this.#drafts.size <= mostDrafts) break;
			this.#drafts.delete(oldest);
		}
	}

	/** Nothing is remembered of them any more. */
	forget(draftIds: readonly string[]): void {
		for (const id of draftIds) this.#drafts.delete(id);
	}

	/** Of a log that others wrote on, or that a backup has replaced, nothing of before is kept. */
	#clientsOf(
		{ draftId }: LockedDraft,
		met: ReadonlyMap<number, ClientStanding>,
		isShared: boolean,
	): Map<number, ClientStanding> {
		const before = this.#drafts.get(draftId)?.clients;
		if (!before || isShared || before.size + met.size > mostClients) return new Map(met);
		for (const [client, standing] of met) before.set(client, standing);
		return before;
	}
}

const isSame = (one: Place, other: Place) => one.seq === other.seq && one.mark === other.mark;
