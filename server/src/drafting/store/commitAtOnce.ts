import { isRetryable, type Sql } from "../../database/index.ts";
import type { ClientStanding } from "../domain/judgeUpdates.ts";
import type { Push, Pushed } from "../ports.ts";
import { type CommittedPushes, newMark } from "./commitPushes.ts";
import type { KnownDraft, KnownDrafts } from "./KnownDrafts.ts";
import { type Known, namedClients } from "./knownOf.ts";
import { type LockedDraft, lockedDraft } from "./LockedDraft.ts";
import { grownOf, growthOf, takeIn } from "./takeIn.ts";
import { rowsOf } from "./writePushes.ts";

/**
 * Writes pushes in one statement, which is one transaction and one journey to the database, on the ground of what is
 * remembered: they are judged by it before, and nothing is written unless the database finds, behind its locks, that
 * all of it holds: each draft where we left it, its recommendation in the same state, the ids that are written under
 * given to the same sign-in and at the same clock. A place has a mark that was drawn for its commit, so where the place
 * is the same, nobody has written since; other ids' clocks have not changed then either, and no push was added.
 *
 * Null: nothing was written, since something is not known, was not so, or is no plain addition; `commitPushes` then
 * looks at everything and decides. This never refuses.
 */
export async function commitAtOnce(
	sql: Sql,
	remembered: KnownDrafts,
	pushes: readonly Push[],
): Promise<CommittedPushes | null> {
	const drafts = remembered.all([...new Set(pushes.map(({ draftId }) => draftId))]);
	if (!drafts) return null;
	const commit = {
		mark: newMark(),
		drafts: new Map(drafts.map((draft) => [draft.draftId, lockedDraft({ ...draft, ...draft.place })])),
		known: rememberedOf(drafts, pushes),
		placesOf: async () => [null],
	};
	const answers: Pushed[] = [];
	for (const push of pushes) {
		const answer = await takeIn(commit, push);
		if (answer.refusal !== null) return null;
		answers.push(answer);
	}
	const grown = grownOf(commit);
	const rows = await written(sql, valuesOf(commit.mark, drafts, grown));
	if (rows.length < grown.length) return null;
	for (const { draftId, snapshotSeq } of rows)
		(commit.drafts.get(draftId) as LockedDraft).snapshotSeq = snapshotSeq;
	const growth = grown.map((draft) => growthOf(draft, commit.mark));
	return { answers, growth, mark: commit.mark, drafts: [...commit.drafts.values()], known: commit.known };
}

interface WrittenRow {
	readonly draftId: string;
	readonly snapshotSeq: number;
}

/** None, also where others held the same rows in another order: a transaction is tried again then. */
async function written(sql: Sql, values: readonly unknown[]): Promise<WrittenRow[]> {
	try {
		return await sql.query<WrittenRow>(statement, values, { isPrepared: true });
	} catch (fault) {
		if (isRetryable(fault)) return [];
		throw fault;
	}
}

/** Of the ids that the pushes name, what is remembered; of pushes nothing: the statement looks for them. */
function rememberedOf(drafts: readonly KnownDraft[], pushes: readonly Push[]): Known {
	const clients = new Map(drafts.map(({ draftId }) => [draftId, new Map<number, ClientStanding>()]));
	const byId = new Map(drafts.map((draft) => [draft.draftId, draft]));
	for (const { draftId, client } of namedClients(pushes)) {
		const standing = byId.get(draftId)?.clients.get(client);
		if (standing) clients.get(draftId)?.set(client, standing);
	}
	return { pushes: new Map(), clientsOf: (draftId) => clients.get(draftId) ?? new Map() };
}

/**
 * `held` locks the drafts, and shares the lock of their recommendations; who waited there goes on only if the row as it
 * is after the wait is still as expected. `hands` then locks the ids. What the statement's snapshot shows of pushes was
 * true at that moment, and a push that was added since would have moved its draft.
 */
const statement = `
with wished as (
	select * from unnest($1::uuid[], $2::bigint[], $3::text[], $4::uuid[], $5::text[], $6::bigint[], $7::bigint[])
		as w (id, seq, mark, network_id, state, new_seq, new_bytes)
), held as materialized (
	select d.id, d.snapshot_seq
	from wished w join draft d on d.id = w.id join recommendation r on r.id = d.recommendation_id
	where d.last_seq = w.seq and d.mark = w.mark and r.network_id = w.network_id and r.state = w.state
	order by d.id for no key update of d for share of r
), named as (
	select * from unnest($9::uuid[], $10::bigint[], $11::uuid[], $12::uuid[], $13::bigint[], $14::bigint[])
		as n (draft_id, client_id, person_id, sign_in_id, clock, new_clock)
), hands as materialized (
	select c.draft_id, c.client_id
	from named n join draft_client c on c.draft_id = n.draft_id and c.client_id = n.client_id
	where (select count(*) from held) = cardinality($1)
		and c.clock = n.clock and c.person_id = n.person_id and c.sign_in_id is not distinct from n.sign_in_id
	order by c.draft_id, c.client_id for no key update of c
), added as (
	select * from unnest(
		$15::uuid[], $16::bigint[], $17::int[], $18::bytea[], $19::uuid[], $20::uuid[], $21::timestamptz[])
		as a (draft_id, seq, count, content, person_id, push_id, received_at)
), agreed as materialized (
	select 1 where (select count(*) from held) = cardinality($1) and (select count(*) from hands) = cardinality($9)
		and not exists (select from added join draft_update u using (draft_id, push_id))
		and not exists (select from added join draft_push p using (draft_id, push_id))
), grown as (
	update draft d set last_seq = w.new_seq, bytes = w.new_bytes, mark = $8
	from wished w, agreed where d.id = w.id
), advanced as (
	update draft_client c set clock = n.new_clock
	from named n, agreed where c.draft_id = n.draft_id and c.client_id = n.client_id
), written as (
	insert into draft_update (mark, draft_id, seq, count, content, person_id, push_id, received_at)
	select $8, added.* from added, agreed
)
select h.id as "draftId", h.snapshot_seq::float8 as "snapshotSeq" from held h, agreed`;

/** Of all drafts, and what each has grown by, in the same order. */
function valuesOf(mark: string, drafts: readonly KnownDraft[], grown: readonly LockedDraft[]): unknown[] {
	const hands = drafts.flatMap(({ draftId, clients }, place) =>
		[...(grown[place] as LockedDraft).clocks].map(([client, clock]) => {
			const { personId, signInId, clock: from } = clients.get(client) as ClientStanding;
			return [draftId, client, personId, signInId, from, clock] as const;
		}),
	);
	const rows = grown.flatMap(rowsOf);
	return [
		grown.map(({ draftId }) => draftId),
		grown.map(({ before }) => before.seq),
		grown.map(({ before }) => before.mark),
		grown.map(({ networkId }) => networkId),
		grown.map(({ recommendationState }) => recommendationState),
		grown.map(({ seq }) => seq),
		grown.map(({ bytes }) => bytes),
		mark,
		...[0, 1, 2, 3, 4, 5].map((column) => hands.map((hand) => hand[column])),
		rows.map(({ draftId }) => draftId),
		rows.map(({ seq }) => seq),
		rows.map(({ count }) => count),
		rows.map(({ content }) => content),
		rows.map(({ push }) => push.personId),
		rows.map(({ push }) => push.pushId),
		rows.map(({ push }) => push.at),
	];
}
