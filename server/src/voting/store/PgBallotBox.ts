import type { Sql } from "../../database/index.ts";
import type { BallotOutcome } from "../domain/ballotDecision.ts";
import { partsOf } from "../domain/ballotParts.ts";
import type { Ballot } from "../domain/Poll.ts";
import type { BallotBox } from "../ports.ts";
import {
	BALLOT_BATCH,
	batchValues,
	type HandedBallot,
	LEFT_OUT,
	type LeftOutRow,
	outcomeOfLeftOut,
	outcomeOfWritten,
	type WrittenRow,
} from "./ballotBatch.ts";
import { type AGAIN, GroupCommits, MOST_IN_A_COMMIT } from "./groupCommit.ts";
import type { BallotsCommitted } from "./KnownCounts.ts";

export interface PgBallotBoxOptions {
	/**
	 * Told once after each commit that changed the poll, with what it changed; null: that is not known, or not even
	 * whether it did, as the answer was lost. Must not throw.
	 */
	readonly onCommit?: (pollId: string, commit: BallotsCommitted | null) => void;
	/** Ballots in one commit at most. */
	readonly most?: number;
}

/** Up to here, planning a commit costs more than the plan for any number of ballots, which compares each with each. */
const FEW_BALLOTS = 20;

/** Another text: what is prepared is known by its text. */
const MANY_BALLOTS = `${BALLOT_BATCH} -- planned each time`;

/**
 * [V8] The ballot box in PostgreSQL, with group commit: ballots of a poll that arrive while its commit is under way
 * go into the next one together. Any number of boxes (instances) may stand over one database: the poll's row lock
 * and the ballot's primary key decide, not the box.
 */
export class PgBallotBox implements BallotBox {
	readonly #commits: GroupCommits<HandedBallot, BallotOutcome>;

	constructor(
		private readonly sql: Sql,
		private readonly options: PgBallotBoxOptions = {},
	) {
		this.#commits = new GroupCommits({
			keyOf: ({ ballot }) => ballot.personId,
			most: options.most ?? MOST_IN_A_COMMIT,
			commit: (pollId, ballots) => this.#commit(pollId, ballots),
		});
	}

	cast(ballot: Ballot, voterId = ballot.personId): Promise<BallotOutcome> {
		return this.#commits.add(ballot.pollId, { ballot, voterId });
	}

	async #commit(pollId: string, ballots: readonly HandedBallot[]): Promise<(BallotOutcome | typeof AGAIN)[]> {
		const written = new Map((await this.#write(pollId, ballots)).map((row) => [row.personId, row]));
		const leftOut = ballots.filter(({ ballot }) => !written.has(ballot.personId));
		const rows = leftOut.length > 0 ? await this.#lookAt(pollId, leftOut) : [];
		const looked = new Map(rows.map((row) => [row.personId, row]));
		return ballots.map(({ ballot }) => {
			const row = written.get(ballot.personId);
			return row ? outcomeOfWritten(ballot, row) : outcomeOfLeftOut(ballot, looked.get(ballot.personId));
		});
	}

	/** Told at once: whoever was left out is looked at afterwards. */
	async #write(pollId: string, ballots: readonly HandedBallot[]): Promise<WrittenRow[]> {
		const { onCommit } = this.options;
		try {
			const values = batchValues(pollId, ballots);
			const isPrepared = ballots.length <= FEW_BALLOTS;
			const statement = isPrepared ? BALLOT_BATCH : MANY_BALLOTS;
			const rows = await this.sql.query<WrittenRow>(statement, values, { isPrepared });
			if (rows[0]) onCommit?.(pollId, committed(rows[0], rows, ballots));
			return rows;
		} catch (fault) {
			// Cast again, these ballots are no news: screens that missed them would miss them until the next one.
			onCommit?.(pollId, null);
			throw fault;
		}
	}

	#lookAt(pollId: string, ballots: readonly HandedBallot[]): Promise<LeftOutRow[]> {
		const personIds = ballots.map(({ ballot }) => ballot.personId);
		return this.sql.query(LEFT_OUT, [pollId, personIds, ballots.map(({ voterId }) => voterId)]);
	}
}

/** What the commit changed; null: that cannot be told, since somebody else wrote while it waited. */
function committed(
	{ version, versionBefore }: WrittenRow,
	rows: readonly WrittenRow[],
	ballots: readonly HandedBallot[],
): BallotsCommitted | null {
	if (versionBefore !== version - 1) return null;
	const cast = new Map(ballots.map(({ ballot }) => [ballot.personId, ballot]));
	const votes = rows.map(({ personId, partnerId, group, weight, before, partsBefore }) => ({
		partnerId,
		group,
		before: before && (partsBefore ?? [{ answer: before, weight }]),
		after: partsOf(cast.get(personId) as Ballot, weight),
	}));
	return { version, votes };
}
