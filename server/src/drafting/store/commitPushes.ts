import type { RefusalCode } from "@crossroads/shared";
import type { Transaction } from "../../database/index.ts";
import { writeCursor } from "../domain/cursor.ts";
import type { LogGrowth, Push, Pushed } from "../ports.ts";
import { epochOf } from "./epochOf.ts";

interface LockedDraft {
	readonly draftId: string;
	readonly networkId: string;
	readonly recommendationState: string;
	readonly createdAt: Date;
	readonly before: number;
	readonly snapshotSeq: number;
	/** The last number so far; raised with every update taken in. */
	seq: number;
	readonly added: { readonly content: Uint8Array; readonly push: Push }[];
}

/** The answers to the pushes, in their order, and what each draft has grown by. */
export interface CommittedPushes {
	readonly answers: readonly Pushed[];
	readonly growth: readonly LogGrowth[];
}

/**
 * Writes the pushes inside the transaction. Locks the drafts in the order of their ids, so that two instances never
 * wait for each other, and shares the lock of their recommendations: tabling waits for us, or we see that it was
 * there before us [D5].
 */
export async function commitPushes(tx: Transaction, pushes: readonly Push[]): Promise<CommittedPushes> {
	const drafts = await lockDrafts(tx, pushes);
	const earlier = await earlierPushes(tx, pushes);
	const answers = pushes.map((push) => takeIn(push, drafts.get(push.draftId), earlier));
	const grown = [...drafts.values()].filter(({ added }) => added.length > 0);
	if (grown.length > 0) await write(tx, grown);
	return { answers, growth: grown.map(growthOf) };
}

async function lockDrafts(tx: Transaction, pushes: readonly Push[]): Promise<Map<string, LockedDraft>> {
	const rows = await tx.query<Omit<LockedDraft, "before" | "added" | "seq"> & { lastSeq: string }>(
		`select d.id as "draftId", d.last_seq as "lastSeq", d.snapshot_seq::float8 as "snapshotSeq",
			d.created_at as "createdAt", r.network_id as "networkId", r.state as "recommendationState"
		from draft d join recommendation r on r.id = d.recommendation_id
		where d.id = any($1::uuid[]) order by d.id for no key update of d for share of r`,
		[[...new Set(pushes.map(({ draftId }) => draftId))]],
	);
	return new Map(
		rows.map(({ lastSeq, ...row }) => {
			const seq = Number(lastSeq);
			return [row.draftId, { ...row, before: seq, seq, added: [] }];
		}),
	);
}

const keyOf = ({ draftId, pushId }: { draftId: string; pushId: string }) => `${draftId} ${pushId}`;

/** Where the last update of each push stands that was stored before, perhaps with an answer that got lost [D3]. */
async function earlierPushes(tx: Transaction, pushes: readonly Push[]): Promise<Map<string, number>> {
	const rows = await tx.query<{ draftId: string; pushId: string; seq: string }>(
		`select u.draft_id as "draftId", u.push_id as "pushId", max(u.seq) as seq
		from draft_update u
		join unnest($1::uuid[], $2::uuid[]) as wished(draft_id, push_id)
			on u.draft_id = wished.draft_id and u.push_id = wished.push_id
		group by u.draft_id, u.push_id`,
		[pushes.map(({ draftId }) => draftId), pushes.map(({ pushId }) => pushId)],
	);
	return new Map(rows.map((row) => [keyOf(row), Number(row.seq)]));
}

function takeIn(push: Push, draft: LockedDraft | undefined, earlier: Map<string, number>): Pushed {
	if (!draft) return { refusal: "not-found" };
	const known = earlier.get(keyOf(push));
	if (known !== undefined) return { cursor: cursorAt(draft, known), refusal: null };
	const refusal: RefusalCode | null = push.admit(draft);
	if (refusal) return { refusal };
	for (const content of push.updates) draft.added.push({ content, push });
	draft.seq += push.updates.length;
	earlier.set(keyOf(push), draft.seq);
	return { cursor: cursorAt(draft, draft.seq), refusal: null };
}

function cursorAt(draft: LockedDraft, seq: number): string {
	return writeCursor({ epoch: epochOf(draft.createdAt), seq });
}

async function write(tx: Transaction, grown: readonly LockedDraft[]): Promise<void> {
	const rows = grown.flatMap((draft) =>
		draft.added.map(({ content, push }, index) => ({ draft, content, push, seq: draft.before + index + 1 })),
	);
	await tx.query(
		`with grown as (
			update draft d set last_seq = g.seq
			from unnest($1::uuid[], $2::bigint[]) as g(id, seq) where d.id = g.id
		)
		insert into draft_update (draft_id, seq, content, person_id, push_id, received_at)
		select * from unnest($3::uuid[], $4::bigint[], $5::bytea[], $6::uuid[], $7::uuid[], $8::timestamptz[])`,
		[
			grown.map(({ draftId }) => draftId),
			grown.map(({ seq }) => seq),
			rows.map(({ draft }) => draft.draftId),
			rows.map(({ seq }) => seq),
			rows.map(({ content }) => Buffer.from(content.buffer, content.byteOffset, content.byteLength)),
			rows.map(({ push }) => push.personId),
			rows.map(({ push }) => push.pushId),
			rows.map(({ push }) => push.at),
		],
	);
}

function growthOf(draft: LockedDraft): LogGrowth {
	return {
		draftId: draft.draftId,
		previous: cursorAt(draft, draft.before),
		cursor: cursorAt(draft, draft.seq),
		isSnapshot: false,
		updates: draft.added.map(({ content }) => content),
		behindSnapshot: draft.seq - draft.snapshotSeq,
	};
}
