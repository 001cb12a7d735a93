import { randomBytes } from "node:crypto";
import { firstMark } from "../domain/cursor.ts";
import type { Tx, WrittenText } from "../ports.ts";

/**
 * Makes a draft in the caller's transaction; its id. A first text is its first update, written under a client id of
 * the server, and its snapshot at the same time.
 */
export async function openLog(
	tx: Tx,
	draft: { recommendationId: string; language: string; first: WrittenText | null },
): Promise<string> {
	const { recommendationId, language, first } = draft;
	const mark = first ? randomBytes(6).toString("hex") : firstMark;
	const content = first && Buffer.from(first.update);
	const [row] = await tx.query<{ id: string }>(
		`with opened as (
			insert into draft (recommendation_id, language, snapshot, snapshot_seq, last_seq, mark, bytes)
			values ($1, $2, $3::bytea, $4, $4, $5, coalesce(octet_length($3::bytea), 0)) returning id
		), written as (
			insert into draft_update (draft_id, seq, mark, content, push_id)
			select id, 1, $5, $3::bytea, gen_random_uuid() from opened where $4 = 1
		), client as (
			insert into draft_client (draft_id, client_id, clock)
			select id, $6::bigint, $7::bigint from opened where $4 = 1
		)
		select id from opened`,
		[recommendationId, language, content, first ? 1 : 0, mark, first?.clientId ?? 0, first?.clock ?? 0],
	);
	if (!row) throw new Error("The draft was not written.");
	return row.id;
}
