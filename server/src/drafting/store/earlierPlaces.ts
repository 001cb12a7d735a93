import type { Transaction } from "../../database/index.ts";
import type { Place } from "../domain/cursor.ts";

/** For each update the place at which exactly these bytes stand in the log already; null: nowhere. A rare question. */
export async function earlierPlaces(
	tx: Transaction,
	draftId: string,
	updates: readonly Uint8Array[],
): Promise<(Place | null)[]> {
	const rows = await tx.query<{ nth: number; seq: number; mark: string }>(
		`select wished.nth::int, max(u.seq)::float8 as seq, max(u.mark) as mark
		from unnest($2::bytea[]) with ordinality as wished(content, nth)
		join draft_update u on u.draft_id = $1 and u.content = wished.content
		group by wished.nth, wished.content`,
		[draftId, updates.map((update) => Buffer.from(update.buffer, update.byteOffset, update.byteLength))],
	);
	const found = new Map(rows.map(({ nth, ...place }) => [nth - 1, place]));
	return updates.map((_, index) => found.get(index) ?? null);
}
