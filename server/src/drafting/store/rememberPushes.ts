import type { Transaction } from "../../database/index.ts";
import { pushesLast } from "../domain/pushRules.ts";
import type { Outgrown } from "../ports.ts";

/** [D3] Notes the pushes whose updates leave the log, and forgets those that are too old by then. */
export async function rememberPushes(tx: Transaction, { draftId, pushes }: Outgrown): Promise<void> {
	await tx.query(
		`insert into draft_push (draft_id, push_id, mark, seq, received_at)
		select $1, added.* from unnest($2::uuid[], $3::text[], $4::bigint[], $5::timestamptz[]) as added
		on conflict (draft_id, push_id) do update set mark = excluded.mark, seq = excluded.seq`,
		[
			draftId,
			pushes.map(({ pushId }) => pushId),
			pushes.map(({ mark }) => mark),
			pushes.map(({ seq }) => seq),
			pushes.map(({ at }) => at),
		],
	);
	const newest = Math.max(...pushes.map(({ at }) => at.getTime()));
	await tx.query("delete from draft_push where draft_id = $1 and received_at < $2", [
		draftId,
		new Date(newest - pushesLast),
	]);
}
