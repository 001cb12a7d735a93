import { randomUUID } from "node:crypto";
import { documentText, enforceShape, type RefusalCode } from "@crossroads/shared";
import { expect, test } from "vitest";
import { type Database, schemaDifference, type Transaction } from "../database/index.ts";
import { describeWithDatabase } from "../database/testing/testDatabase.ts";
import type { LogEvent } from "../live/index.ts";
import type { Viewer } from "../people/index.ts";
import { inspectUpdate } from "./crdt/inspectUpdate.ts";
import { writeText } from "./crdt/writeText.ts";
import type { UpdateFacts } from "./domain/UpdateFacts.ts";
import { createDraftingRoom, draftingEntities, type LogLimits } from "./index.ts";
import type { LogSlice, Push } from "./ports.ts";
import { PgDraftLog } from "./store/PgDraftLog.ts";
import { buildDraftWorld, type DraftWorld } from "./testing/draftWorld.ts";
import { paragraphsIn, Typist, typistAt } from "./testing/writtenText.ts";

/** A database whose next commit fails after the work was done, as if the process had died there. */
function failingOnce(database: Database, when: () => boolean): Database {
	return Object.assign(Object.create(database) as Database, {
		transaction: <T>(work: (tx: Transaction) => Promise<T>) =>
			database.transaction(async (tx) => {
				const result = await work(tx);
				if (when()) throw new Error("killed before the commit");
				return result;
			}),
	});
}

function roomOver(
	database: Database,
	seen: { topic: string; events: readonly LogEvent[] }[] = [],
	limits?: LogLimits,
) {
	return createDraftingRoom({
		...(limits && { limits }),
		database,
		clock: () => new Date(),
		announce: () => {},
		append: (topic, events) => seen.push({ topic, events }),
		identityOf: async () => ({ name: "Ana", partnerCode: "ETT" }),
		warn: () => {},
	});
}

/** The numbers of all updates in the log, in the order of its rows. */
const seqsOf = (database: Database, draftId: string) =>
	database
		.query<{ seq: number }>(
			`select number::int as seq from draft_update, generate_series(seq - count + 1, seq) number
			where draft_id = $1 order by seq, number`,
			[draftId],
		)
		.then((rows) => rows.map(({ seq }) => seq));

const upTo = (last: number) => Array.from({ length: last }, (_, at) => at + 1);

function cursorOf(pushed: { refusal: null; cursor: string } | { refusal: RefusalCode }): string {
	if (pushed.refusal !== null) throw new Error(pushed.refusal);
	return pushed.cursor;
}

/** A push to the log itself, past everything that would look at it. */
function pushOf(world: DraftWorld, updates: readonly Uint8Array[], more: Partial<Push> = {}): Push {
	const personId = world.writers[0]?.personId as string;
	return {
		draftId: world.draftId,
		pushId: randomUUID(),
		updates,
		facts: updates.map((update) => inspectUpdate(update) as UpdateFacts),
		personId,
		signInId: personId,
		at: new Date(),
		admit: () => null,
		judge: () => ({ refusal: null, clocks: new Map(), overlapping: [] }),
		...more,
	};
}

describeWithDatabase("drafting on PostgreSQL", draftingEntities, (database) => {
	test("the entities say what the tables are", async () => {
		expect(await schemaDifference(database())).toEqual([]);
	});

	test("[D4] parallel pushes of several writers from two instances are numbered without gaps", async () => {
		const world = await buildDraftWorld(database(), { writers: 5 });
		const other = await buildDraftWorld(database(), { writers: 1 });
		const rooms = [roomOver(database()), roomOver(database())];
		const typists = await Promise.all(
			world.writers.map((writer) => typistAt(roomOver(database()), writer, world.draftId)),
		);
		const elsewhereTypist = await typistAt(
			rooms[0] as (typeof rooms)[0],
			other.writers[0] as Viewer,
			other.draftId,
		);
		const pushes = Array.from({ length: 40 }, (_, at) => {
			const writer = at % 5;
			const update = (typists[writer] as Typist).writeParagraph(`${writer}: ${at}`);
			const viewer = world.writers[writer] as (typeof world.writers)[0];
			const wish = { draftId: world.draftId, pushId: randomUUID(), updates: [update] };
			return (rooms[writer % 2] as (typeof rooms)[0]).pushDraftUpdates(viewer, wish);
		});
		const elsewhere = roomOver(database()).pushDraftUpdates(other.writers[0] as (typeof other.writers)[0], {
			draftId: other.draftId,
			pushId: randomUUID(),
			updates: [elsewhereTypist.writeParagraph("other")],
		});
		const cursors = (await Promise.all(pushes)).map(cursorOf);
		cursorOf(await elsewhere);
		expect(await seqsOf(database(), world.draftId)).toEqual(upTo(40));
		expect(new Set(cursors).size).toBe(40);
		expect(await seqsOf(database(), other.draftId)).toEqual([1]);
		const log = await (rooms[0] as (typeof rooms)[0]).readLog(world.draftId, null);
		expect(paragraphsIn(log?.updates ?? [])).toHaveLength(40);
	});

	test("[D3] a push that is handed in again has one effect and the same answer", async () => {
		const world = await buildDraftWorld(database());
		const log = new PgDraftLog(database(), () => {});
		const typist = new Typist();
		const push = pushOf(world, [typist.writeParagraph("once"), typist.writeParagraph("more")]);
		const together = await Promise.all([log.append(push), log.append(push)]);
		const later = await log.append(push);
		expect(new Set([...together, later].map(cursorOf)).size).toBe(1);
		expect(await seqsOf(database(), world.draftId)).toEqual([1, 2]);
	});

	test("twin of [D3]: under another push id the same updates are stored again", async () => {
		const world = await buildDraftWorld(database());
		const log = new PgDraftLog(database(), () => {});
		const updates = [new Typist().writeParagraph("twice")];
		await log.append(pushOf(world, updates));
		await log.append(pushOf(world, updates));
		expect(await seqsOf(database(), world.draftId)).toEqual([1, 2]);
	});

	test("[D1] when the commit fails, nothing is acknowledged, shown or stored, and handing in again works", async () => {
		const world = await buildDraftWorld(database());
		let isFailing = true;
		const grown: string[] = [];
		const log = new PgDraftLog(
			failingOnce(database(), () => isFailing),
			({ cursor }) => grown.push(cursor),
		);
		const push = pushOf(world, [new Typist().writeParagraph("kept")]);
		await expect(log.append(push)).rejects.toThrow("killed before the commit");
		expect(grown).toEqual([]);
		expect(await seqsOf(database(), world.draftId)).toEqual([]);
		isFailing = false;
		expect([cursorOf(await log.append(push))]).toEqual(grown);
		expect(await seqsOf(database(), world.draftId)).toEqual([1]);
	});

	test("[D2] a push that the database refuses does not take down those it shares a commit with", async () => {
		const world = await buildDraftWorld(database());
		const log = new PgDraftLog(database(), () => {});
		const good = pushOf(world, [new Typist().writeParagraph("good")]);
		const bad = pushOf(world, [new Typist().writeParagraph("bad")], { personId: randomUUID() });
		const [first, second] = await Promise.allSettled([log.append(good), log.append(bad)]);
		expect(first.status).toBe("fulfilled");
		expect(second.status).toBe("rejected");
		expect(await seqsOf(database(), world.draftId)).toEqual([1]);
	});

	test("[D2] what arrives during a commit goes into the next one together", async () => {
		const world = await buildDraftWorld(database());
		let commits = 0;
		const counted = failingOnce(database(), () => {
			commits += 1;
			return false;
		});
		const log = new PgDraftLog(counted, () => {});
		const typist = new Typist();
		const first = log.append(pushOf(world, [typist.writeParagraph("0")]));
		await Promise.resolve();
		const others = upTo(50).map((at) => log.append(pushOf(world, [typist.writeParagraph(`${at}`)])));
		await Promise.all([first, ...others]);
		expect(commits).toBeLessThanOrEqual(2);
		expect(await seqsOf(database(), world.draftId)).toEqual(upTo(51));
	});

	test("[D5] once the recommendation is tabled, an update that was on its way is refused", async () => {
		const world = await buildDraftWorld(database(), { state: "REVIEW" });
		const room = roomOver(database());
		const viewer = world.writers[0] as (typeof world.writers)[0];
		const typist = await typistAt(room, viewer, world.draftId);
		const push = () =>
			room.pushDraftUpdates(viewer, {
				draftId: world.draftId,
				pushId: randomUUID(),
				updates: [typist.writeParagraph("late")],
			});
		let late: ReturnType<typeof push> | undefined;
		const frozen = await database().transaction(async (tx) => {
			await tx.query("select id from recommendation where id = $1 for no key update", [
				world.recommendationId,
			]);
			late = push();
			await waitingForLock(database());
			const document = await room.draftText.read(tx, world.recommendationId, "en");
			await tx.query("update recommendation set state = 'TABLED' where id = $1", [world.recommendationId]);
			return document;
		});
		expect(await late).toEqual({ refusal: "draft-is-read-only" });
		expect(frozen && documentText(frozen)).toBe("");
		expect(await seqsOf(database(), world.draftId)).toEqual([]);
	});

	test("twin of [D5]: without asking for the state inside the commit, the late update would be stored", async () => {
		const world = await buildDraftWorld(database(), { state: "REVIEW" });
		const log = new PgDraftLog(database(), () => {});
		const push = pushOf(world, [new Typist().writeParagraph("late")]);
		await database().query("update recommendation set state = 'TABLED' where id = $1", [
			world.recommendationId,
		]);
		cursorOf(await log.append(push));
		expect(await seqsOf(database(), world.draftId)).toEqual([1]);
	});

	test("who may not write is refused, who may not read is told nothing", async () => {
		const world = await buildDraftWorld(database());
		const room = roomOver(database());
		const wish = {
			draftId: world.draftId,
			pushId: randomUUID(),
			updates: [new Typist().writeParagraph("x")],
		};
		const nobody = { personId: null, signInId: null, roles: [] };
		expect(await room.pushDraftUpdates(nobody, wish)).toEqual({ refusal: "not-signed-in" });
		expect(await room.pushDraftUpdates(world.observer, wish)).toEqual({ refusal: "not-allowed" });
		expect(await room.pushDraftUpdates(world.stranger, wish)).toEqual({ refusal: "not-found" });
		const writer = world.writers[0] as (typeof world.writers)[0];
		expect(await room.pushDraftUpdates(writer, { ...wish, draftId: "x' or 1=1" })).toEqual({
			refusal: "not-found",
		});
		expect(await room.pushDraftUpdates(writer, { ...wish, pushId: "1" })).toEqual({
			refusal: "invalid-input",
		});
		const junk = { ...wish, updates: [new Uint8Array([1, 2, 3])] };
		expect(await room.pushDraftUpdates(writer, junk)).toEqual({ refusal: "update-invalid" });
		const big = { ...wish, updates: [new Uint8Array(256 * 1024 + 1)] };
		expect(await room.pushDraftUpdates(writer, big)).toEqual({ refusal: "update-too-large" });
		expect(await seqsOf(database(), world.draftId)).toEqual([]);
	});

	test("[D8] at a draft everybody is who the server says, and nobody moves another's caret", async () => {
		const world = await buildDraftWorld(database());
		const room = roomOver(database());
		const [ana, ben] = world.writers as [Viewer, Viewer];
		const caret = '{"anchor":{},"head":{}}';
		const here = (viewer: Viewer, clientId: number, cursor: string | null = caret) =>
			room.setDraftPresence(viewer, { draftId: world.draftId, clientId, cursor });
		const idOf = async (viewer: Viewer) => (await typistAt(room, viewer, world.draftId)).doc.clientID;
		const [ofAna, ofBen, ofNobody] = [await idOf(ana), await idOf(ben), 3_000];
		expect(await here(ana, ofNobody)).toBe("client-id-not-yours");
		expect(await here(ben, ofAna, null)).toBe("client-id-not-yours");
		expect(await here(ana, ofAna)).toBeNull();
		expect(await here(ben, ofAna, null)).toBe("client-id-not-yours");
		expect(await here(ben, ofBen, null)).toBeNull();
		expect(await here(world.observer, ofAna)).toBe("not-allowed");
		expect(await here(world.stranger, ofAna)).toBe("not-found");
		expect(await here({ personId: null, signInId: null, roles: [] }, ofAna)).toBe("not-signed-in");
		expect(await here(ana, ofAna, "<script>")).toBe("invalid-input");
		for (let tab = 2; tab <= 10; tab++) expect(await here(ana, await idOf(ana))).toBeNull();
		expect(await here(ana, await idOf(ana))).toBe("not-allowed");
		const writers = await room.writersOf(world.draftId);
		const shownAs = (clientId: number) => writers.find((writer) => writer.clientId === clientId);
		const asAna = { personId: ana.personId, name: "Ana", partnerCode: "ETT", cursor: caret };
		expect(shownAs(ofAna)).toMatchObject(asAna);
		expect(shownAs(ofBen)).toMatchObject({ personId: ben.personId, cursor: null });
		await room.close();
	});

	test("a reader who comes back gets exactly what was missed; a foreign cursor gets a snapshot", async () => {
		const world = await buildDraftWorld(database());
		const seen: { topic: string; events: readonly LogEvent[] }[] = [];
		const room = roomOver(database(), seen);
		const viewer = world.writers[0] as (typeof world.writers)[0];
		const typist = await typistAt(room, viewer, world.draftId);
		const push = async (words: string) =>
			cursorOf(
				await room.pushDraftUpdates(viewer, {
					draftId: world.draftId,
					pushId: randomUUID(),
					updates: [typist.writeParagraph(words)],
				}),
			);
		const empty = (await room.readLog(world.draftId, null)) as LogSlice;
		expect(await room.readLog(world.draftId, empty.cursor)).toMatchObject({ isSnapshot: false, updates: [] });
		expect(empty).toMatchObject({ isSnapshot: true, updates: [] });
		const first = await push("one");
		const second = await push("two");
		expect(seen.map(({ topic }) => topic)).toEqual([`draft:${world.draftId}`, `draft:${world.draftId}`]);
		expect(seen.map(({ events }) => events[0])).toMatchObject([
			{ previous: empty.cursor, cursor: first },
			{ previous: first, cursor: second },
		]);
		const missed = await room.readLog(world.draftId, first);
		expect(missed).toEqual({
			cursor: second,
			isSnapshot: false,
			updates: [Buffer.from(typist.updates[1] as Uint8Array)],
		});
		expect(await room.readLog(world.draftId, second)).toMatchObject({ isSnapshot: false, updates: [] });
		expect(await room.readLog(world.draftId, empty.cursor)).toMatchObject({
			isSnapshot: false,
			updates: { length: 2 },
		});
		for (const cursor of ["other.1", "0.1", "junk", `${second}9`, second.replace(".2", ".-1")])
			expect(await room.readLog(world.draftId, cursor)).toMatchObject({ isSnapshot: true, cursor: second });
		expect(await room.readLog(randomUUID(), null)).toBeNull();
	});

	test("[D10] a long log is merged into a snapshot that holds the same text, and numbers go on", async () => {
		const world = await buildDraftWorld(database());
		const limits = { snapshotEvery: 500, keptBehindSnapshot: 500, chunk: 500 };
		const room = roomOver(database(), [], limits);
		const viewer = world.writers[0] as (typeof world.writers)[0];
		const typist = await typistAt(room, viewer, world.draftId);
		const pushMany = async (count: number) => {
			const updates = upTo(count).map((at) => typist.writeParagraph(`line ${at}`));
			const wish = { draftId: world.draftId, pushId: randomUUID(), updates };
			return cursorOf(await room.pushDraftUpdates(viewer, wish));
		};
		const early = await pushMany(10);
		for (let round = 0; round < 5; round++) await pushMany(500);
		await room.idle();
		const [row] = await database().query<{ seq: number; oldest: number }>(
			`select snapshot_seq::int as seq, (select min(seq)::int from draft_update where draft_id = d.id) as oldest
			from draft d where id = $1`,
			[world.draftId],
		);
		expect(row?.seq).toBeGreaterThanOrEqual(510);
		expect(row?.oldest).toBeGreaterThan(10);
		const whole = (await room.readLog(world.draftId, early)) as LogSlice;
		expect(whole.isSnapshot).toBe(true);
		expect(paragraphsIn(whole.updates).join("\n")).toBe(typist.text);
		expect(await pushMany(1)).toMatch(/\.2511$/);
		const tail = (await room.readLog(world.draftId, whole.cursor)) as LogSlice;
		expect(tail).toMatchObject({ isSnapshot: false, updates: { length: 1 } });
		await room.close();
	});

	test("a document that is brought in is read back as it was, and can be written on", async () => {
		const world = await buildDraftWorld(database());
		const room = roomOver(database());
		const text = (words: string, ...marks: object[]) => ({
			type: "text",
			text: words,
			...(marks.length && { marks }),
		});
		const { document } = enforceShape({
			type: "doc",
			content: [
				{ type: "heading", attrs: { level: 2 }, content: [text("Houses of welcome")] },
				{
					type: "paragraph",
					content: [text("We "), text("ask", { type: "bold" }), { type: "hardBreak" }, text("now.")],
				},
				{
					type: "orderedList",
					attrs: { start: 4 },
					content: [
						{
							type: "listItem",
							content: [
								{
									type: "paragraph",
									content: [text("a", { type: "link", attrs: { href: "https://e.org/" } })],
								},
							],
						},
					],
				},
			],
		});
		const read = await database().transaction(async (tx) => {
			await room.draftText.open(tx, { recommendationId: world.recommendationId, language: "fr", document });
			return room.draftText.read(tx, world.recommendationId, "fr");
		});
		expect(read).toEqual(document);
		expect(writeText(document)).toEqual(writeText(document));
	});
});

/** Resolves when somebody in this database waits for a lock. */
async function waitingForLock(database: Database): Promise<void> {
	for (;;) {
		const [row] = await database.query<{ count: number }>(
			"select count(*)::int as count from pg_locks where not granted and pid in (select pid from pg_stat_activity where datname = current_database())",
		);
		if (row && row.count > 0) return;
	}
}
