import type { Transaction } from "../../database/index.ts";
import { packed } from "../domain/frames.ts";
import type { LockedDraft } from "./LockedDraft.ts";

/** Writes what the drafts have grown by, in one statement: a row for each push, where each draft stands, and every clock. */
export async function writePushes(
	tx: Transaction,
	mark: string,
	grown: readonly LockedDraft[],
): Promise<void> {
	const rows = grown.flatMap(rowsOf);
	const clocks = grown.flatMap(({ draftId, clocks }) =>
		[...clocks].map(([client, clock]) => ({ draftId, client, clock })),
	);
	await tx.query(
		`with grown as (
			update draft d set last_seq = g.seq, bytes = g.bytes, mark = $4
			from unnest($1::uuid[], $2::bigint[], $3::bigint[]) as g(id, seq, bytes) where d.id = g.id
		), advanced as (
			update draft_client c set clock = a.clock
			from unnest($5::uuid[], $6::bigint[], $7::bigint[]) as a(draft_id, client_id, clock)
			where c.draft_id = a.draft_id and c.client_id = a.client_id
		)
		insert into draft_update (mark, draft_id, seq, count, content, person_id, push_id, received_at)
		select $4, added.* from unnest(
			$8::uuid[], $9::bigint[], $10::int[], $11::bytea[], $12::uuid[], $13::uuid[], $14::timestamptz[]) as added`,
		[
			grown.map(({ draftId }) => draftId),
			grown.map(({ seq }) => seq),
			grown.map(({ bytes }) => bytes),
			mark,
			clocks.map(({ draftId }) => draftId),
			clocks.map(({ client }) => client),
			clocks.map(({ clock }) => clock),
			rows.map(({ draftId }) => draftId),
			rows.map(({ seq }) => seq),
			rows.map(({ count }) => count),
			rows.map(({ content }) => content),
			rows.map(({ push }) => push.personId),
			rows.map(({ push }) => push.pushId),
			rows.map(({ push }) => push.at),
		],
		{ isPrepared: true },
	);
}

/** A row of the log for each push that was added to the draft. */
export function rowsOf({ draftId, before, added }: LockedDraft) {
	let { seq } = before;
	return added.map(({ updates, push }) => {
		seq += updates.length;
		const content = packed(updates);
		return {
			draftId,
			seq,
			count: updates.length,
			content: Buffer.from(content.buffer, content.byteOffset, content.byteLength),
			push,
		};
	});
}
