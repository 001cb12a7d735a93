import { setTimeout as pause } from "node:timers/promises";
import { unpacked } from "../../server/src/drafting/domain/frames.ts";
import { LineLost } from "../house/GraphLine.ts";
import { insist } from "../house/insist.ts";
import type { TrialHouse } from "../house/TrialHouse.ts";
import type { Ledger, PushEntry } from "./Ledger.ts";
import { Replica } from "./Replica.ts";
import type { Writer } from "./Writer.ts";

/** What a draft was found to be like. Everything but `head` ought to be empty. */
export interface DraftFinding {
	/** Place of the newest update: the next check begins behind it. */
	readonly head: number;
	/** Acknowledged and not there. */
	readonly lost: readonly string[];
	/** There more than once. */
	readonly twice: readonly string[];
	/** Places of the log without an update, or with two. */
	readonly gaps: readonly string[];
	/** Replicas that are not like the others. */
	readonly different: readonly string[];
	/** In the log, and nobody wrote it, or half of a push. */
	readonly foreign: readonly string[];
}

interface LogRow {
	readonly seq: number;
	readonly pushId: string;
	readonly content: Uint8Array;
}

const PATIENCE_MS = 30_000;
const STILL_MS = 300;

/**
 * Compares what the writers know with the log behind `since`, with their replicas, and with what somebody new is given
 * by either server. All writers rest.
 */
export async function checkDraft(
	house: TrialHouse,
	draft: { id: string; since: number; cookie: string },
	ledger: Ledger,
	writers: readonly Writer[],
): Promise<DraftFinding> {
	await untilStill(house, draft.id);
	const rows = await logBehind(house, draft.id, draft.since);
	const head = rows.at(-1)?.seq ?? draft.since;
	const late = await lateReplicas(house, writers, head);
	const fresh = await freshReplicas(house, draft, head);
	const [first] = fresh as [Replica];
	const all = [...fresh, ...writers.map(({ replica }) => replica)];
	const unlike = all.flatMap((replica, place) =>
		replica.isEqualTo(first) ? [] : [unlikeInWords(replica, first, `replica ${place + 1} of ${all.length}`)],
	);
	const text = comparedWithText(ledger, first.paragraphs);
	const log = comparedWithLog(ledger, rows, draft.since);
	return {
		head,
		lost: [...log.lost, ...text.lost],
		twice: [...log.twice, ...text.twice],
		gaps: gapsOf(rows, draft.since),
		different: [...late, ...unlike],
		foreign: log.foreign,
	};
}

/** A push whose writer left in the middle of it may still be committed: a moment without growth, and nobody writes. */
async function untilStill(house: TrialHouse, draftId: string): Promise<void> {
	for (let before = -1, now = await headOf(house, draftId); before !== now; ) {
		await pause(STILL_MS);
		before = now;
		now = await headOf(house, draftId);
	}
}

function headOf(house: TrialHouse, draftId: string): Promise<number> {
	return house.sql(async (sql) => {
		const { rows } = await sql.query<{ head: number }>(
			"select last_seq::float8 as head from draft where id = $1",
			[draftId],
		);
		return rows[0]?.head ?? 0;
	});
}

function unlikeInWords(replica: Replica, first: Replica, name: string): string {
	const [here, there] = [replica.fragment.toString(), first.fragment.toString()];
	return `${name}, at ${replica.seq}, has ${here.length} characters; a new reader, at ${first.seq}, has ${there.length}`;
}

function logBehind(house: TrialHouse, draftId: string, since: number): Promise<LogRow[]> {
	return house.sql(async (sql) => {
		const { rows } = await sql.query<LogRow & { count: number }>(
			`select seq::float8 as seq, count, push_id as "pushId", content from draft_update
			where draft_id = $1 and seq > $2 order by seq`,
			[draftId, since],
		);
		return rows.flatMap(({ seq, pushId, ...row }) =>
			unpacked(row).map((content, index) => ({ seq: seq - row.count + index + 1, pushId, content })),
		);
	});
}

function gapsOf(rows: readonly LogRow[], since: number): string[] {
	return rows.flatMap(({ seq }, index) =>
		seq === since + index + 1 ? [] : [`place ${since + index + 1} of the log has number ${seq}`],
	);
}

/** Pushes of this stretch of the log, update by update. */
function comparedWithLog(ledger: Ledger, rows: readonly LogRow[], since: number) {
	const stored = Map.groupBy(rows, ({ pushId }) => pushId);
	const foreign = [...stored.keys()]
		.filter((id) => !ledger.pushes.has(id))
		.map((id) => `push ${id} is nobody's`);
	const lost: string[] = [];
	const twice: string[] = [];
	for (const entry of ledger.entries) {
		const found = stored.get(entry.pushId) ?? [];
		const isDue = entry.seq !== null && entry.seq > since;
		if (found.length > entry.updates.length) twice.push(nameOf(entry));
		else if (isDue && !isThere(entry, found)) lost.push(nameOf(entry));
		else if (found.length > 0 && !isSame(entry, found)) foreign.push(`half of ${nameOf(entry)}`);
	}
	return { lost, twice, foreign };
}

function isThere(entry: PushEntry, found: readonly LogRow[]): boolean {
	return isSame(entry, found) && found.at(-1)?.seq === entry.seq;
}

function isSame(entry: PushEntry, found: readonly LogRow[]): boolean {
	return (
		found.length === entry.updates.length &&
		found.every(({ content }, index) => Buffer.compare(content, entry.updates[index] as Uint8Array) === 0)
	);
}

function nameOf({ pushId, writer, updates }: PushEntry): string {
	return `push ${pushId} of ${writer} (${updates.length} updates)`;
}

/** Every paragraph that was acknowledged stands once, unless it was taken away again. */
function comparedWithText(ledger: Ledger, paragraphs: readonly string[]) {
	const times = new Map<string, number>();
	for (const words of paragraphs) times.set(words, (times.get(words) ?? 0) + 1);
	const perhapsRemoved = new Set(ledger.entries.flatMap(({ removed }) => removed));
	const surelyRemoved = new Set(acknowledged(ledger).flatMap(({ removed }) => removed));
	const due = acknowledged(ledger).flatMap(({ added }) => added);
	const lost = due.filter((words) => !times.has(words) && !perhapsRemoved.has(words));
	return {
		lost: [
			...lost.map((words) => `paragraph ${words}`),
			...[...surelyRemoved].filter((words) => times.has(words)).map((words) => `the removal of ${words}`),
		],
		twice: [...times].filter(([, count]) => count > 1).map(([words]) => `paragraph ${words}`),
	};
}

function acknowledged(ledger: Ledger): PushEntry[] {
	return ledger.entries.filter(({ seq }) => seq !== null);
}

/** With Redis, news reach everybody by themselves; without it, who sits at the other server must ask. */
async function lateReplicas(house: TrialHouse, writers: readonly Writer[], head: number): Promise<string[]> {
	const late = await Promise.all(
		writers.map(async (writer, place) => {
			if (!house.redis) await writer.reconnect();
			if (await writer.isAt(head, PATIENCE_MS)) return [];
			return [`writer ${place + 1} stands at ${writer.replica.seq} of ${head}`];
		}),
	);
	return late.flat();
}

async function freshReplicas(
	{ ports }: TrialHouse,
	{ id, cookie }: { id: string; cookie: string },
	head: number,
): Promise<Replica[]> {
	return Promise.all(
		ports.map((port) =>
			insist([port], cookie, async (line) => {
				const replica = new Replica(id, () => {});
				replica.follow(line);
				const isThere = await replica.reaches(head, PATIENCE_MS);
				if (!isThere && line.isLost) throw new LineLost("lost while reading");
				return replica;
			}),
		),
	);
}
