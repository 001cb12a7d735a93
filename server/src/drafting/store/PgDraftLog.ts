import { type Database, isUnavailable, type Sql } from "../../database/index.ts";
import { firstMark, type Place, readCursor, writeCursor } from "../domain/cursor.ts";
import { unpacked } from "../domain/frames.ts";
import type { DraftLog, LoadedDraft, LogGrowth, LogSlice, Push, Pushed, Tx, WrittenText } from "../ports.ts";
import { CommitQueue } from "./CommitQueue.ts";
import { commitAtOnce } from "./commitAtOnce.ts";
import { type CommittedPushes, commitPushes } from "./commitPushes.ts";
import { KnownDrafts } from "./KnownDrafts.ts";
import { openLog } from "./openLog.ts";

/** Bytes of one commit at most: a transaction stays short, and a statement well below PostgreSQL's limits. */
const mostCommitBytes = 4 * 1024 * 1024;

interface Standing {
	readonly lastSeq: string;
	readonly mark: string;
}

interface FollowingRow extends Standing {
	readonly seq: string | null;
	readonly updateMark: string | null;
	readonly count: number | null;
	readonly content: Buffer | null;
}

interface PartRow extends Standing {
	readonly id: string;
	readonly snapshotSeq: string;
	readonly count: number | null;
	readonly content: Buffer | null;
}

/** The log of drafts in PostgreSQL. No text is held in memory: bytes come, are committed, and are handed on. */
export class PgDraftLog implements DraftLog {
	readonly #queue: CommitQueue<Push, Pushed>;
	readonly #remembered = new KnownDrafts();

	/**
	 * `onGrowth` is told what each commit added, in the order of the commits and before the pushes are answered;
	 * `onDoubt`, in which drafts a commit may have added something although it failed: its answer was lost, and the
	 * pushes will come again and be known.
	 */
	constructor(
		private readonly database: Database,
		private readonly onGrowth: (growth: LogGrowth) => void,
		private readonly onDoubt: (draftId: string) => void = () => {},
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
		const committed = await this.#committed(pushes);
		this.#remembered.note(committed);
		for (const grown of committed.growth) this.onGrowth(grown);
		return committed.answers;
	}

	/** What is remembered mostly holds; whenever it does not, everything is read and decided inside a transaction. */
	async #committed(pushes: readonly Push[]): Promise<CommittedPushes> {
		try {
			const atOnce = await commitAtOnce(this.database, this.#remembered, pushes);
			return atOnce ?? (await this.database.transaction((tx) => commitPushes(tx, pushes)));
		} catch (fault) {
			const drafts = [...new Set(pushes.map(({ draftId }) => draftId))];
			this.#remembered.forget(drafts);
			for (const draftId of drafts) this.onDoubt(draftId);
			throw fault;
		}
	}

	async read(draftId: string, after: string | null): Promise<LogSlice | null> {
		const place = after === null ? null : readCursor(after);
		return (place && (await this.#readBehind(draftId, place))) ?? this.#readWhole(draftId);
	}

	/** Exactly what followed; null when that can no longer, or not yet, be said, or never could. */
	async #readBehind(draftId: string, { mark, seq }: Place): Promise<LogSlice | null> {
		const rows = await this.database.query<FollowingRow>(
			`select d.last_seq as "lastSeq", d.mark, u.seq, u.mark as "updateMark", u.count, u.content
			from draft d left join draft_update u on u.draft_id = d.id and u.seq >= $2 and d.last_seq >= $2
			where d.id = $1 order by u.seq`,
			[draftId, seq],
		);
		const [first, ...others] = rows;
		if (!first) return null;
		// Where nothing was written yet, there is no update that could bear the mark.
		const isKnown = seq === 0 ? mark === firstMark : Number(first.seq) === seq && first.updateMark === mark;
		const updates = contents(seq === 0 ? rows : others);
		return isKnown && updates.length === Number(first.lastSeq) - seq ? slice(first, false, updates) : null;
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
			`select d.id, d.last_seq as "lastSeq", d.snapshot_seq as "snapshotSeq", d.mark,
				part.count, part.content
			from draft d cross join lateral (
				select d.snapshot_seq as seq, 1 as count, d.snapshot as content
				union all
				select u.seq, u.count, u.content from draft_update u where u.draft_id = d.id and u.seq > d.snapshot_seq
			) part
			where ${condition} order by d.id, part.seq`,
			values,
		);
	}

	open(
		tx: Tx,
		draft: { recommendationId: string; language: string; first: WrittenText | null },
	): Promise<string> {
		return openLog(tx, draft);
	}

	async replaceSnapshot(replaced: LoadedDraft, snapshot: Uint8Array): Promise<boolean> {
		const { id, seq, snapshotSeq } = replaced;
		const rows = await this.database.query(
			"update draft set snapshot = $3, snapshot_seq = $4 where id = $1 and snapshot_seq = $2 returning id",
			[id, snapshotSeq, Buffer.from(snapshot), seq],
		);
		return rows.length > 0;
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

function contents(rows: readonly { count: number | null; content: Buffer | null }[]): Uint8Array[] {
	return rows.flatMap(({ count, content }) => (content ? unpacked({ count: count ?? 1, content }) : []));
}

function slice({ lastSeq, mark }: Standing, isSnapshot: boolean, updates: readonly Uint8Array[]): LogSlice {
	return { cursor: writeCursor({ mark, seq: Number(lastSeq) }), isSnapshot, updates };
}
