import {
	type BallotAnswer,
	canonicalJson,
	mayCast,
	type PollState,
	type WeightedBallot,
} from "@crossroads/shared";
import type { BallotOutcome } from "../domain/ballotDecision.ts";
import type { CastVote } from "../domain/CountAlong.ts";
import type { Ballot } from "../domain/Poll.ts";
import { AGAIN } from "./groupCommit.ts";

/**
 * Ballots of one poll, at most one a voter, in one statement, which is one transaction. What may be written is written
 * and comes back; what does not come back is asked about by LEFT_OUT.
 *
 * `box` is the lock on the poll's row: closing waits for us or we for it, and a poll that was closed while we waited
 * gives no row; nor does one of which papers were handed out while we waited, as the electors that we see are older [V32].
 * Nothing is written before it, since everything is written from it. The counters advance with the
 * ballots: triggers on the ballots' table write them (database/migrations/second/voting.ts).
 *
 * The last part sees poll and ballots as they were when the statement began: the answers of before, unless somebody wrote
 * while we waited, which `versionBefore` tells.
 */
export const BALLOT_BATCH = `
with box as (
  update poll set version = version + 1 where id = $1 and state = 'OPEN' and papers = (select papers from poll where id = $1)
  returning id, version, allows_ballot_change
), written as (
  insert into ballot as b (poll_id, person_id, answer, parts, receipt, idempotency_key, cast_at)
  select box.id, i.person_id, i.answer, i.parts, i.receipt, i.idempotency_key, i.cast_at
  from box, unnest($2::uuid[], $3::jsonb[], $4::text[], $5::uuid[], $6::timestamptz[], $7::uuid[],
    $8::jsonb[]) as i (person_id, answer, receipt, idempotency_key, cast_at, voter_id, parts)
  join elector e on e.poll_id = $1 and e.person_id = i.person_id and coalesce(e.proxy_id, e.person_id) = i.voter_id
    and e.paper is null
  on conflict (poll_id, person_id) do update set
    answer = excluded.answer, parts = excluded.parts, receipt = excluded.receipt, idempotency_key = excluded.idempotency_key,
    changed_at = excluded.cast_at
    where b.idempotency_key <> excluded.idempotency_key and (select allows_ballot_change from box)
  returning b.person_id, b.cast_at, b.changed_at
)
select w.person_id as "personId", seen.answer as before, seen.parts as "partsBefore", w.cast_at as "castAt",
  w.changed_at as "changedAt", e.partner_id as "partnerId", e.stakeholder_group as "group", e.weight,
  box.version::float8 as version, (select version from poll where id = $1)::float8 as "versionBefore"
from box, written w join elector e on e.poll_id = $1 and e.person_id = w.person_id
left join ballot seen on seen.poll_id = $1 and seen.person_id = w.person_id`;

/** A ballot that is in the box now. */
export interface WrittenRow {
	readonly personId: string;
	/** The voter's answer until now; null: this is the first. */
	readonly before: BallotAnswer | null;
	/** The parts of that, if it was a split vote. */
	readonly partsBefore: readonly WeightedBallot[] | null;
	readonly castAt: Date;
	readonly changedAt: Date | null;
	readonly partnerId: string;
	readonly group: CastVote["group"];
	readonly weight: number;
	/** The poll's, since this commit. */
	readonly version: number;
	/** The poll's when `before` was read: one less, unless somebody else wrote in between. */
	readonly versionBefore: number;
}

/** A ballot, and who hands it in: the elector, or the elector's proxy [V29]. */
export interface HandedBallot {
	readonly ballot: Ballot;
	readonly voterId: string;
}

/** The statement's bound values. */
export function batchValues(pollId: string, ballots: readonly HandedBallot[]): unknown[] {
	return [
		pollId,
		ballots.map(({ ballot }) => ballot.personId),
		ballots.map(({ ballot }) => canonicalJson(ballot.answer)),
		ballots.map(({ ballot }) => ballot.receipt),
		ballots.map(({ ballot }) => ballot.idempotencyKey),
		ballots.map(({ ballot }) => ballot.castAt),
		ballots.map(({ voterId }) => voterId),
		ballots.map(({ ballot }) => ballot.parts && canonicalJson(ballot.parts)),
	];
}

/** What became of a ballot that was written. */
export function outcomeOfWritten(cast: Ballot, { castAt, changedAt }: WrittenRow): BallotOutcome {
	return { kind: changedAt ? "changed" : "counted", ballot: { ...cast, castAt, changedAt } };
}

/** The poll, and what it has of these persons. Read after the statement that left their ballots out. */
export const LEFT_OUT = `
select i.person_id as "personId", p.state, p.allows_ballot_change as "allowsBallotChange",
  coalesce(coalesce(e.proxy_id, e.person_id) = i.voter_id and e.paper is null, false) as "isElector", b.answer, b.parts, b.receipt, b.idempotency_key as "idempotencyKey",
  b.cast_at as "castAt", b.changed_at as "changedAt"
from poll p cross join unnest($2::uuid[], $3::uuid[]) as i (person_id, voter_id)
left join elector e on e.poll_id = p.id and e.person_id = i.person_id
left join ballot b on b.poll_id = p.id and b.person_id = i.person_id
where p.id = $1`;

/** What it says about one of the ballots. */
export interface LeftOutRow {
	readonly personId: string;
	readonly state: PollState;
	readonly allowsBallotChange: boolean;
	readonly isElector: boolean;
	readonly answer: BallotAnswer | null;
	readonly parts: readonly WeightedBallot[] | null;
	readonly receipt: string | null;
	readonly idempotencyKey: string | null;
	readonly castAt: Date | null;
	readonly changedAt: Date | null;
}

/** Why the ballot was left out. Where nothing speaks against it any more, the poll was opened in between: once more. */
export function outcomeOfLeftOut(cast: Ballot, row: LeftOutRow | undefined): BallotOutcome | typeof AGAIN {
	if (!row) return { kind: "refused", code: "not-found" };
	const ballot = storedBallot(cast, row);
	if (ballot?.idempotencyKey === cast.idempotencyKey) return { kind: "repeated", ballot };
	const permission = mayCast({ ...row, hasBallot: ballot !== null });
	return permission === "first" || permission === "change" ? AGAIN : { kind: "refused", code: permission };
}

function storedBallot({ pollId, personId }: Ballot, row: LeftOutRow): Ballot | null {
	const { answer, parts, receipt, idempotencyKey, castAt, changedAt } = row;
	if (!answer || !receipt || !idempotencyKey || !castAt) return null;
	const ballot = { pollId, personId, answer, receipt, idempotencyKey, castAt, changedAt };
	return parts ? { ...ballot, parts } : ballot;
}
