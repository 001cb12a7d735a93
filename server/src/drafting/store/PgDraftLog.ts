import { type Database, isUnavailable, type Sql } from "../../database/index.ts";
import { readCursor, writeCursor } from "../domain/cursor.ts";
import type { DraftLog, LoadedDraft, LogGrowth, LogSlice, Push, Pushed, Tx } from "../ports.ts";
import { CommitQueue } from "./CommitQueue.ts";
import { commitPushes } from "./commitPushes.ts";
import { epochOf } from "./epochOf.ts";

/** Bytes of one commit at most: a transaction stays short, and a statement well below PostgreSQL's limits. */
const mostCommitBytes = 4 * 1024 * 1024;

/** Updates that stay readable one by one behind a snapshot, for those who come back to an older place. */
const keptBehindSnapshot = 2_000;

interface Standing {
	readonly lastSeq: string;
	readonly createdAt: Date;
}

interface PartRow extends Standing {
	readonly id: string;
	readonly snapshotSeq: string;
	readonly content: Buffer | null;
}

/** The log of drafts in PostgreSQL. No text is held in memory: bytes come, are committed, and are handed on. */
export class PgDraftLog implements DraftLog {
	readonly #queue: CommitQueue<Push, Pushed>;

	/** `onGrowth` is told what each commit added, in the order of the commits and before the pushes are answered. */
	constructor(
		private readonly database: Database,
		private readonly onGrowth: (growth: LogGrowth) => void,
	) {
		this.#queue = new CommitQueue((pushes) => this.#commit(pushes), {
			most: mostCommitBytes,
			weigh: ({ updates }) => updates.reduce((sum, update) => sum + update.length + 100, 0),
			concernsAll: isUnavailable,
		});
	}

	append(push: Push): Promise<Pushed> {
		return this.#queue.add(push);
	}

	async #commit(pushes: readonly Push[]): Promise<readonly Pushed[]> {
		const { answers, growth } = await this.database.transaction((tx) => commitPushes(tx, pushes));
		for (const grown of growth) this.onGrowth(grown);
		return answers;
	}

	async read(draftId: string, after: string | null): Promise<LogSlice | null> {
		const place = after === null ? null : readCursor(after);
		return (place && (await this.#readBehind(draftId, place))) ?? this.#readWhole(draftId);
	}

	/** Exactly what followed; null when that can no longer, or not yet, be said. */
	async #readBehind(draftId: string, place: { epoch: string; seq: number }): Promise<LogSlice | null> {
		const rows = await this.database.query<Standing & { seq: string | null; content: Buffer | null }>(
			`select d.last_seq as "lastSeq", d.created_at as "createdAt", u.seq, u.content
			from draft d left join draft_update u on u.draft_id = d.id and u.seq > $2
			where d.id = $1 order by u.seq`,
			[draftId, place.seq],
		);
		const [first] = rows;
		if (!first || epochOf(first.createdAt) !== place.epoch) return null;
		const updates = rows.flatMap(({ content }) => (content ? [content] : []));
		const isWhole = updates.length === Number(first.lastSeq) - place.seq;
		return isWhole ? slice(first, false, updates) : null;
	}

	async #readWhole(draftId: string): Promise<LogSlice | null> {
		const rows = await this.#rowsOf(this.database, "d.id = any($1::uuid[])", [[draftId]]);
		const [first] = rows;
		return first ? slice(first, true, contents(rows)) : null;
	}

	async load(draftIds: readonly string[]): Promise<LoadedDraft[]> {
		return loadedDrafts(await this.#rowsOf(this.database, "d.id = any($1::uuid[])", [draftIds]));
	}

	async loadOf(tx: Tx, recommendationId: string, language: string): Promise<LoadedDraft | null> {
		const condition = "d.recommendation_id = $1 and d.language = $2";
		const [draft] = loadedDrafts(await this.#rowsOf(tx, condition, [recommendationId, language]));
		return draft ?? null;
	}

	/** For each draft its snapshot first (perhaps without content), then every update behind it, as of one moment. */
	#rowsOf(where: Sql, condition: string, values: readonly unknown[]) {
		return where.query<PartRow>(
			`select d.id, d.last_seq as "lastSeq", d.snapshot_seq as "snapshotSeq", d.created_at as "createdAt",
				part.content
			from draft d cross join lateral (
				select d.snapshot_seq as seq, d.snapshot as content
				union all
				select u.seq, u.content from draft_update u where u.draft_id = d.id and u.seq > d.snapshot_seq
			) part
			where ${condition} order by d.id, part.seq`,
			values,
		);
	}

	async open(
		tx: Tx,
		draft: { recommendationId: string; language: string; first: Uint8Array | null },
	): Promise<string> {
		const [row] = await tx.query<{ id: string }>(
			`insert into draft (recommendation_id, language, snapshot, snapshot_seq, last_seq)
			values ($1, $2, $3, $4, $4) returning id`,
			[draft.recommendationId, draft.language, draft.first && Buffer.from(draft.first), draft.first ? 1 : 0],
		);
		if (!row) throw new Error("The draft was not written.");
		return row.id;
	}

	replaceSnapshot({ id: draftId, seq, snapshotSeq }: LoadedDraft, snapshot: Uint8Array): Promise<boolean> {
		return this.database.transaction(async (tx) => {
			const replaced = await tx.query(
				"update draft set snapshot = $3, snapshot_seq = $4 where id = $1 and snapshot_seq = $2 returning id",
				[draftId, snapshotSeq, Buffer.from(snapshot), seq],
			);
			if (replaced.length === 0) return false;
			await tx.query("delete from draft_update where draft_id = $1 and seq <= $2", [
				draftId,
				seq - keptBehindSnapshot,
			]);
			return true;
		});
	}
}

function loadedDrafts(rows: readonly PartRow[]): LoadedDraft[] {
	return [...Map.groupBy(rows, ({ id }) => id)].map(([id, parts]) => ({
		id,
		seq: Number(parts[0]?.lastSeq ?? 0),
		snapshotSeq: Number(parts[0]?.snapshotSeq ?? 0),
		updates: contents(parts),
	}));
}

function contents(rows: readonly { content: Buffer | null }[]): Buffer[] {
	return rows.flatMap(({ content }) => (content ? [content] : []));
}

function slice(
	{ lastSeq, createdAt }: Standing,
	isSnapshot: boolean,
	updates: readonly Uint8Array[],
): LogSlice {
	return { cursor: writeCursor({ epoch: epochOf(createdAt), seq: Number(lastSeq) }), isSnapshot, updates };
}
