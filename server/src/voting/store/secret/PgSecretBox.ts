import type { PollState, StakeholderGroup } from "@crossroads/shared";
import type { Database, Sql } from "../../../database/index.ts";
import { decideSealed, type SealedBallot, type SealedOutcome } from "../../domain/secret/sealedDecision.ts";
import { hasRecord, type SealedRecords, withRecords } from "../../domain/secret/sealedRecords.ts";
import type { SecretBox, Vault } from "../../ports.ts";
import { type AGAIN, GroupCommits, MOST_IN_A_COMMIT } from "../groupCommit.ts";
import { boxPurpose, SEALED_PARTS, type SealedPartRow, sealedRecordsOf } from "./sealedParts.ts";

export interface PgSecretBoxOptions {
	/** Told once after each commit that changed the poll, or may have: where the answer was lost. Must not throw. */
	readonly onCommit?: (pollId: string) => void;
	/** Ballots in one commit at most. */
	readonly most?: number;
}

const LOCK = "select state from poll where id = $1 and secrecy = 'SECRET' for no key update";

const VOTERS = `
select e.person_id as "personId", e.partner_id as "partnerId", e.stakeholder_group as "group",
  v.person_id is not null as "hasVoted"
from elector e left join secret_voter v on v.poll_id = e.poll_id and v.person_id = e.person_id
where e.poll_id = $1 and e.person_id = any($2::uuid[])`;

/** The turnout's counters advance by trigger. Voters are written in the order of their ids, parts whole. */
const WRITE = `
with voted as (
  insert into secret_voter (poll_id, person_id) select $1, person_id from unnest($2::uuid[]) as v (person_id) order by 2
), boxed as (
  update sealed_box b set shut = w.shut from unnest($3::text[], $4::bytea[]) as w (part, shut)
  where b.poll_id = $1 and b.part = w.part
)
update poll set version = version + 1 where id = $1`;

interface VoterRow {
	readonly personId: string;
	readonly partnerId: string;
	readonly group: StakeholderGroup;
	readonly hasVoted: boolean;
}

/** A part of the box during a commit. */
interface OpenPart extends SealedPartRow {
	records: SealedRecords;
	readonly added: Buffer[];
}

/**
 * [V40] [V41] The box of secret polls in PostgreSQL, with group commit as in PgBallotBox. A commit locks the poll's row,
 * so closing and other instances wait for it; reads the box, puts the ballots in their places, and writes it whole.
 */
export class PgSecretBox implements SecretBox {
	readonly #commits: GroupCommits<SealedBallot, SealedOutcome>;

	constructor(
		private readonly database: Database,
		private readonly vault: Vault,
		private readonly options: PgSecretBoxOptions = {},
	) {
		this.#commits = new GroupCommits({
			keyOf: ({ personId }) => personId,
			most: options.most ?? MOST_IN_A_COMMIT,
			commit: (pollId, ballots) => this.#commit(pollId, ballots),
		});
	}

	cast(ballot: SealedBallot): Promise<SealedOutcome> {
		return this.#commits.add(ballot.pollId, ballot);
	}

	async #commit(pollId: string, ballots: readonly SealedBallot[]): Promise<(SealedOutcome | typeof AGAIN)[]> {
		try {
			const outcomes = await this.database.transaction((tx) => this.#write(tx, pollId, ballots));
			if (outcomes.some(({ kind }) => kind === "counted")) this.options.onCommit?.(pollId);
			return outcomes;
		} catch (fault) {
			this.options.onCommit?.(pollId);
			throw fault;
		}
	}

	async #write(tx: Sql, pollId: string, ballots: readonly SealedBallot[]): Promise<SealedOutcome[]> {
		const prepared = { isPrepared: true };
		const [poll] = await tx.query<{ state: PollState }>(LOCK, [pollId], prepared);
		if (!poll) return ballots.map(() => ({ kind: "refused", code: "not-found" }));
		const persons = ballots.map(({ personId }) => personId);
		const voters = await tx.query<VoterRow>(VOTERS, [pollId, persons]);
		const rows = await tx.query<SealedPartRow>(SEALED_PARTS, [[pollId]], prepared);
		const parts = rows.map(
			(row): OpenPart => ({ ...row, records: sealedRecordsOf(row, this.vault), added: [] }),
		);
		const outcomes = decideAll(poll.state, ballots, voters, parts);
		const counted = ballots.filter((_, place) => outcomes[place]?.kind === "counted");
		if (counted.length > 0) await tx.query(WRITE, this.#valuesOf(pollId, counted, parts));
		return outcomes;
	}

	#valuesOf(pollId: string, counted: readonly SealedBallot[], parts: readonly OpenPart[]): unknown[] {
		const changed = parts.filter(({ added }) => added.length > 0);
		const shut = changed.map(({ part, records, added }) =>
			this.vault.lock(boxPurpose(pollId, part), withRecords(records, added)),
		);
		return [pollId, counted.map(({ personId }) => personId), changed.map(({ part }) => part), shut];
	}
}

/** Decides on the ballots one after the other, as if each came alone; notes in its part what each adds. */
function decideAll(
	state: PollState,
	ballots: readonly SealedBallot[],
	voters: readonly VoterRow[],
	parts: readonly OpenPart[],
): SealedOutcome[] {
	const voterOf = new Map(voters.map((voter) => [voter.personId, voter]));
	const added = new Set<string>();
	return ballots.map(({ personId, sealed }) => {
		const voter = voterOf.get(personId);
		const bytes = sealed.toString("latin1");
		const isInBox = added.has(bytes) || parts.some(({ records }) => hasRecord(records, sealed));
		const hasVoted = voter?.hasVoted ?? false;
		const outcome = decideSealed({ state, isElector: voter !== undefined, hasVoted, isInBox });
		if (outcome.kind === "counted" && voter) {
			added.add(bytes);
			partOf(parts, voter).added.push(sealed);
		}
		return outcome;
	});
}

function partOf(parts: readonly OpenPart[], { partnerId, group }: VoterRow): OpenPart {
	const part = parts.find(
		(one) =>
			(one.partnerId === null || one.partnerId === partnerId) && (one.group === null || one.group === group),
	);
	if (!part) throw new Error("An elector's part of the box is not there.");
	return part;
}
