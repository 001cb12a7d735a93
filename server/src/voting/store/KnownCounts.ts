import { isRanked } from "@crossroads/shared";
import { type CastVote, CountAlong } from "../domain/CountAlong.ts";
import type { CountedPoll } from "../ports.ts";
import { countedPollOf, type PollCells } from "./countedPolls.ts";

/** What one commit of ballots changed. */
export interface BallotsCommitted {
	/** The poll's version since. */
	readonly version: number;
	readonly votes: readonly CastVote[];
}

/** Polls whose counts are remembered at most: those that are being voted on here. */
const MOST_KNOWN = 50;

interface Known extends PollCells {
	readonly count: CountAlong;
}

/**
 * [V15] The counts of polls that ballots are cast in here: what was read, and our own commits since, one version after
 * the other. Where a version is missing, somebody else has written, and the count is forgotten and read again. So the
 * news of a commit is sent without asking the record what it has just been told. Whatever is asked for later than in what
 * follows directly from that commit is read: by then, others' news may have been heard.
 */
export class KnownCounts {
	readonly #known = new Map<string, Known>();
	readonly #justCommitted = new Map<string, CountedPoll>();

	/** Remembers a count that was read, unless a newer one is known. */
	learn(read: PollCells): void {
		const { id, state, version } = read.poll;
		const known = this.#known.get(id);
		if (known && known.poll.version >= version) return;
		this.#known.delete(id);
		if (state !== "OPEN") return;
		this.#known.set(id, { ...read, count: new CountAlong(read.cells, !isRanked(read.poll.settings.method)) });
		for (const oldest of this.#known.keys()) if (this.#known.size > MOST_KNOWN) this.#known.delete(oldest);
	}

	/** Counts on, if the commit directly follows what is known; null: nobody knows what was committed. */
	follow(pollId: string, commit: BallotsCommitted | null): void {
		const known = this.#known.get(pollId);
		this.#known.delete(pollId);
		this.#justCommitted.delete(pollId);
		if (!known || commit?.version !== known.poll.version + 1) return;
		known.count.add(commit.votes);
		const poll = { ...known.poll, version: commit.version };
		this.#known.set(pollId, { ...known, poll });
		this.#justCommitted.set(pollId, countedPollOf({ ...known, poll, cells: known.count.cells }));
		// Once nothing more follows from it, and before the next thing is heard from anywhere.
		process.nextTick(() => this.#justCommitted.delete(pollId));
	}

	/** The count as our commit left it, for what follows directly from that; null later. */
	justCommitted(pollId: string): CountedPoll | null {
		return this.#justCommitted.get(pollId) ?? null;
	}
}
