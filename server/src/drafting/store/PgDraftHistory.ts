import { promisify } from "node:util";
import { deflateRaw, inflateRaw } from "node:zlib";
import { framed, unframed } from "@crossroads/shared";
import type { Database, Sql } from "../../database/index.ts";
import { type Place, readCursor } from "../domain/cursor.ts";
import { unpacked } from "../domain/frames.ts";
import { joinMoments, type Moment, momentsOf, type Written } from "../domain/moments.ts";
import { bytesOf } from "../domain/pushRules.ts";
import type { DraftHistory, Outgrown } from "../ports.ts";
import { rememberPushes } from "./rememberPushes.ts";

const deflated = promisify(deflateRaw);
const inflated = promisify(inflateRaw);

/** How the log passes into the archive, in updates. */
export interface ArchiveLimits {
	/** So many behind the snapshot stay readable one by one, for those who come back to an older place. */
	readonly keptBehindSnapshot: number;
	/** So many and no fewer make a chunk. */
	readonly chunk: number;
}

interface Chunk {
	readonly firstSeq: number;
	readonly lastSeq: number;
	readonly updates: Buffer;
	readonly merged: Buffer;
	readonly moments: readonly StoredMoment[];
}

interface LogRow extends Written {
	readonly content: Buffer;
}

const ROW = `seq::float8 as seq, count, mark, received_at as at, person_id as "personId"`;

/** History in PostgreSQL: the log, and before it an archive of chunks, packed. */
export class PgDraftHistory implements DraftHistory {
	constructor(
		private readonly database: Database,
		private readonly limits: ArchiveLimits,
	) {}

	async outgrown(draftId: string): Promise<Outgrown | null> {
		const { chunk, keptBehindSnapshot } = this.limits;
		const rows = await this.database.query<LogRow & { pushId: string; together: number }>(
			`select * from (
				select ${ROW}, push_id as "pushId", content, (sum(count) over (order by seq))::float8 as together
				from draft_update
				where draft_id = $1 and seq <= (select snapshot_seq - $2 from draft where id = $1)
			) as older where together - count < $3 order by seq`,
			[draftId, keptBehindSnapshot, chunk],
		);
		if ((rows.at(-1)?.together ?? 0) < chunk) return null;
		return { draftId, pushes: rows.map((row) => ({ ...row, updates: unpacked(row) })) };
	}

	async archive({ draftId, pushes }: Outgrown, merged: Uint8Array): Promise<void> {
		const last = pushes.at(-1)?.seq;
		const written = pushes.map(writtenBy);
		const [updates, whole] = await Promise.all([
			deflated(framed(pushes.flatMap((push) => push.updates))),
			deflated(merged),
		]);
		await this.database.transaction(async (tx) => {
			const moved = await tx.query(
				"delete from draft_update where draft_id = $1 and seq <= $2 returning seq",
				[draftId, last],
			);
			if (moved.length === 0) return;
			if (moved.length !== pushes.length)
				throw new Error("The log has other updates than those to be archived.");
			await tx.query(
				`insert into draft_archive (draft_id, first_seq, last_seq, updates, merged, moments)
				values ($1, $2, $3, $4, $5, $6::jsonb)`,
				[draftId, firstOf(written), last, updates, whole, JSON.stringify(momentsOf(written))],
			);
			await rememberPushes(tx, { draftId, pushes });
		});
	}

	async moments(draftId: string, first: number, before: number | null) {
		const upTo = before === null ? Number.MAX_SAFE_INTEGER : before - 1;
		const rows = await this.database.query<Written>(
			`select ${ROW}, octet_length(content) as size from draft_update
			where draft_id = $1 and seq <= $2 order by seq`,
			[draftId, upTo],
		);
		let found = momentsOf(rows);
		let oldest = firstOf(rows) ?? upTo + 1;
		let hasOlder = true;
		// One moment more than wanted, since the oldest may go on in the chunk before.
		while (hasOlder && found.length <= first) {
			const chunk = await this.#momentsBefore(draftId, oldest, upTo);
			hasOlder = chunk !== null;
			if (chunk) found = joinMoments([...chunk.moments, ...found]);
			oldest = chunk?.firstSeq ?? oldest;
		}
		return { moments: found.reverse().slice(0, first), hasMore: found.length > first };
	}

	/** Of the chunk before this number: its moments that end at `upTo` or before. */
	async #momentsBefore(draftId: string, seq: number, upTo: number) {
		const [row] = await this.database.query<{ firstSeq: number; moments: StoredMoment[] }>(
			`select first_seq::float8 as "firstSeq", moments from draft_archive
			where draft_id = $1 and first_seq < $2 order by last_seq desc limit 1`,
			[draftId, Math.min(seq, upTo + 1)],
		);
		if (!row) return null;
		const moments = row.moments.map(
			(stored): Moment => ({ ...stored, at: new Date(stored.at), startedAt: new Date(stored.startedAt) }),
		);
		return { firstSeq: row.firstSeq, moments: moments.filter((moment) => moment.seq <= upTo) };
	}

	async at(draftId: string, cursor: string) {
		const place = readCursor(cursor);
		if (!place) return null;
		// One picture of both: an update on its way from the log into the archive must not be missed.
		const { chunks, rows } = await this.database.transaction((tx) => partsUpTo(tx, draftId, place.seq), {
			isolation: "repeatable read",
		});
		const last = rows.at(-1);
		const at = last?.seq === place.seq ? markedAt(last, place.mark) : archivedAt(chunks.at(-1), place);
		if (!at) return null;
		const packed = await Promise.all(chunks.map((chunk) => updatesUpTo(chunk, place.seq)));
		return { at, updates: [...packed.flat(), ...rows.flatMap(unpacked)] };
	}
}

function writtenBy({ seq, mark, at, personId, updates }: Outgrown["pushes"][number]): Written {
	return { seq, count: updates.length, mark, at, personId, size: bytesOf(updates) };
}

const firstOf = ([first]: readonly Written[]) => first && first.seq - first.count + 1;

async function partsUpTo(tx: Sql, draftId: string, seq: number) {
	const chunks = await tx.query<Chunk>(
		`select first_seq::float8 as "firstSeq", last_seq::float8 as "lastSeq", updates, merged, moments
		from draft_archive where draft_id = $1 and first_seq <= $2 order by last_seq`,
		[draftId, seq],
	);
	const rows = await tx.query<LogRow>(
		`select ${ROW}, content from draft_update where draft_id = $1 and seq <= $2 order by seq`,
		[draftId, seq],
	);
	return { chunks, rows };
}

type StoredMoment = Omit<Moment, "at" | "startedAt"> & { readonly at: string; readonly startedAt: string };

function markedAt({ mark, at }: LogRow, wanted: string): Date | null {
	return mark === wanted ? at : null;
}

/** In the archive a place is known when a moment ends there. */
function archivedAt(chunk: Chunk | undefined, { seq, mark }: Place): Date | null {
	const moment = chunk?.moments.find((stored) => stored.seq === seq && stored.mark === mark);
	return moment ? new Date(moment.at) : null;
}

async function updatesUpTo(
	{ firstSeq, lastSeq, updates, merged }: Chunk,
	seq: number,
): Promise<Uint8Array[]> {
	if (lastSeq <= seq) return [await inflated(merged)];
	return unframed(await inflated(updates)).slice(0, seq - firstSeq + 1);
}
