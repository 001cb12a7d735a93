import type { Transaction } from "../../database/index.ts";
import type { Place } from "../domain/cursor.ts";
import { unpacked } from "../domain/frames.ts";

/** For each update the place at which exactly these bytes stand in the log already; null: nowhere. A rare question. */
export async function earlierPlaces(
	tx: Transaction,
	draftId: string,
	updates: readonly Uint8Array[],
): Promise<(Place | null)[]> {
	const wished = updates.map(({ buffer, byteOffset, byteLength }) =>
		Buffer.from(buffer, byteOffset, byteLength),
	);
	const rows = await tx.query<Row>(
		`select u.seq::float8 as seq, u.mark, u.count, u.content from draft_update u
		where u.draft_id = $1 and exists (select from unnest($2::bytea[]) as wished(content)
			where u.content = wished.content or (u.count > 1 and position(wished.content in u.content) > 0))
		order by u.seq`,
		[draftId, wished],
	);
	const places = rows.flatMap(placed);
	return wished.map((update) => places.findLast(({ content }) => update.equals(content))?.place ?? null);
}

interface Row {
	readonly seq: number;
	readonly mark: string;
	readonly count: number;
	readonly content: Buffer;
}

function placed({ seq, mark, ...row }: Row) {
	return unpacked(row).map((content, index) => ({
		content,
		place: { mark, seq: seq - row.count + index + 1 },
	}));
}
