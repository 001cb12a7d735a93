import { type BallotAnswer, canonicalJson, mayCast, type PollState } from "@crossroads/shared";
import type { BallotOutcome } from "../domain/ballotDecision.ts";
import type { Ballot } from "../domain/Poll.ts";
import { AGAIN } from "./groupCommit.ts";

/**
 * Ballots of one poll, at most one a voter, in one statement, which is one transaction.
 *
 * The counters advance with it: triggers on the ballots' table write them (database/migrations/second/voting.ts).
 *
 * `box` locks the poll's row: closing waits for us or we for it, and the state we get is the one after the wait.
 * `seen` is the state in the statement's snapshot. Where the two differ, the rows that the snapshot shows (electors,
 * ballots of a closed poll) may be older than the state, and a refusal resting on them must be looked at again.
 * On conflict the row is always written, if need be with its own values, because only so is the newest row returned.
 */
export const BALLOT_BATCH = `
with incoming as (
  select * from unnest($2::uuid[], $3::jsonb[], $4::text[], $5::uuid[], $6::timestamptz[])
    as i (person_id, answer, receipt, idempotency_key, cast_at)
), seen as (
  select state from poll where id = $1
), box as materialized (
  select id, state, allows_ballot_change from poll where id = $1 for no key update
), written as (
  insert into ballot as b (poll_id, person_id, answer, receipt, idempotency_key, cast_at)
  select box.id, i.person_id, i.answer, i.receipt, i.idempotency_key, i.cast_at
  from box
  join elector e on e.poll_id = box.id
  join incoming i on i.person_id = e.person_id
  where box.state = 'OPEN'
  on conflict (poll_id, person_id) do update set
    (answer, receipt, idempotency_key, changed_at) = (
      select
        case when change.allowed then excluded.answer else b.answer end,
        case when change.allowed then excluded.receipt else b.receipt end,
        case when change.allowed then excluded.idempotency_key else b.idempotency_key end,
        case when change.allowed then excluded.cast_at else b.changed_at end
      from (
        select box.allows_ballot_change and b.idempotency_key <> excluded.idempotency_key as allowed from box
      ) change
    )
  returning *
), raised as (
  update poll set version = version + 1
  from (select count(*) as n from written w join incoming i using (person_id) where w.receipt = i.receipt) fresh
  where poll.id = $1 and fresh.n > 0
)
select
  i.person_id as "personId", box.state, seen.state as "seenState", e.person_id is not null as "isElector",
  coalesce(w.answer, x.answer) as answer,
  coalesce(w.receipt, x.receipt) as receipt,
  coalesce(w.idempotency_key, x.idempotency_key) as "idempotencyKey",
  coalesce(w.cast_at, x.cast_at) as "castAt",
  coalesce(w.changed_at, x.changed_at) as "changedAt"
from incoming i
cross join box
cross join seen
left join elector e on e.poll_id = $1 and e.person_id = i.person_id
left join written w on w.person_id = i.person_id
left join ballot x on x.poll_id = $1 and x.person_id = i.person_id and box.state <> 'OPEN'
`;

/** What the statement says about one of the ballots. */
export interface BallotBatchRow {
	readonly personId: string;
	readonly state: PollState;
	readonly seenState: PollState;
	readonly isElector: boolean;
	readonly answer: BallotAnswer | null;
	readonly receipt: string | null;
	readonly idempotencyKey: string | null;
	readonly castAt: Date | null;
	readonly changedAt: Date | null;
}

/** The statement's bound values. */
export function batchValues(pollId: string, ballots: readonly Ballot[]): unknown[] {
	return [
		pollId,
		ballots.map(({ personId }) => personId),
		ballots.map(({ answer }) => canonicalJson(answer)),
		ballots.map(({ receipt }) => receipt),
		ballots.map(({ idempotencyKey }) => idempotencyKey),
		ballots.map(({ castAt }) => castAt),
	];
}

/** What the row says of the ballot: whose ballot lies in the box now is told by its receipt, which is fresh. */
export function outcomeOf(cast: Ballot, row: BallotBatchRow | undefined): BallotOutcome | typeof AGAIN {
	if (!row) return { kind: "refused", code: "not-found" };
	const ballot = storedBallot(cast, row);
	if (ballot?.receipt === cast.receipt) return { kind: ballot.changedAt ? "changed" : "counted", ballot };
	if (ballot?.idempotencyKey === cast.idempotencyKey) return { kind: "repeated", ballot };
	if (row.state !== row.seenState) return AGAIN;
	return { kind: "refused", code: refusalOf(row, ballot !== null) };
}

function storedBallot(cast: Ballot, row: BallotBatchRow): Ballot | null {
	const { answer, receipt, idempotencyKey, castAt, changedAt } = row;
	if (!answer || !receipt || !idempotencyKey || !castAt) return null;
	return { pollId: cast.pollId, personId: cast.personId, answer, receipt, idempotencyKey, castAt, changedAt };
}

/** A ballot that was not written is one that may not be changed, so the permission is never "first" or "change". */
function refusalOf({ state, isElector }: BallotBatchRow, hasBallot: boolean) {
	const permission = mayCast({ state, isElector, hasBallot, allowsBallotChange: false });
	if (permission === "first" || permission === "change") {
		throw new Error("A ballot of an elector was not written although the poll is open.");
	}
	return permission;
}
