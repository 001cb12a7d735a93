import type { Sql } from "../../database/index.ts";
import type { BallotOutcome } from "../domain/ballotDecision.ts";
import type { Ballot } from "../domain/Poll.ts";
import type { BallotBox } from "../ports.ts";
import { BALLOT_BATCH, type BallotBatchRow, batchValues, outcomeOf } from "./ballotBatch.ts";
import { AGAIN, GroupCommit } from "./groupCommit.ts";

export interface PgBallotBoxOptions {
	/** Told once after each commit that changed the poll, or may have: where the answer was lost. Must not throw. */
	readonly onCommit?: (pollId: string) => void;
	/** Ballots in one commit at most. */
	readonly most?: number;
}

/** Up to here, planning a commit costs more than a plan that is not made for its size. */
const FEW_BALLOTS = 20;

/** Many ballots are worth a plan of their own: the one for any number of them compares each with each. */
const MANY_BALLOTS = `${BALLOT_BATCH} -- planned each time`;

type PollQueue = GroupCommit<Ballot, BallotOutcome>;

/**
 * [V8] The ballot box in PostgreSQL, with group commit: ballots of a poll that arrive while its commit is under way
 * go into the next one together. Any number of boxes (instances) may stand over one database: the poll's row lock
 * and the ballot's primary key decide, not the box.
 */
export class PgBallotBox implements BallotBox {
	readonly #queues = new Map<string, PollQueue>();

	constructor(
		private readonly sql: Sql,
		private readonly options: PgBallotBoxOptions = {},
	) {}

	async cast(ballot: Ballot): Promise<BallotOutcome> {
		const queue = this.#queueOf(ballot.pollId);
		try {
			return await queue.add(ballot);
		} finally {
			// Only the queues of polls that are being voted on are kept.
			if (queue.isIdle && this.#queues.get(ballot.pollId) === queue) this.#queues.delete(ballot.pollId);
		}
	}

	#queueOf(pollId: string): PollQueue {
		const found = this.#queues.get(pollId);
		if (found) return found;
		const queue: PollQueue = new GroupCommit({
			keyOf: ({ personId }) => personId,
			most: this.options.most ?? 2_000,
			commit: (ballots) => this.#commit(pollId, ballots),
		});
		this.#queues.set(pollId, queue);
		return queue;
	}

	async #commit(pollId: string, ballots: readonly Ballot[]): Promise<(BallotOutcome | typeof AGAIN)[]> {
		const rows = await this.#write(pollId, ballots);
		const rowOf = new Map(rows.map((row) => [row.personId, row]));
		const outcomes = ballots.map((ballot) => outcomeOf(ballot, rowOf.get(ballot.personId)));
		if (outcomes.some(isNews)) this.options.onCommit?.(pollId);
		return outcomes;
	}

	/** Cast again, these ballots are no news: screens that missed them would miss them until the next one. */
	async #write(pollId: string, ballots: readonly Ballot[]): Promise<BallotBatchRow[]> {
		try {
			const isPrepared = ballots.length <= FEW_BALLOTS;
			const statement = isPrepared ? BALLOT_BATCH : MANY_BALLOTS;
			return await this.sql.query<BallotBatchRow>(statement, batchValues(pollId, ballots), { isPrepared });
		} catch (fault) {
			this.options.onCommit?.(pollId);
			throw fault;
		}
	}
}

function isNews(outcome: BallotOutcome | typeof AGAIN): boolean {
	return outcome !== AGAIN && (outcome.kind === "counted" || outcome.kind === "changed");
}
