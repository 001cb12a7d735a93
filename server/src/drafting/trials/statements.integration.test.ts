import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { Database, Transaction, TransactionOptions } from "../../database/index.ts";
import { describeWithDatabase } from "../../database/testing/testDatabase.ts";
import type { Viewer } from "../../people/index.ts";
import { draftingEntities } from "../index.ts";
import type { LogSlice } from "../ports.ts";
import { PgDraftLog } from "../store/PgDraftLog.ts";
import { PgDraftShelf } from "../store/PgDraftShelf.ts";
import { aDraftingRoom } from "../testing/aDraftingRoom.ts";
import { buildDraftWorld, type DraftWorld } from "../testing/draftWorld.ts";
import { paragraphsIn, type Typist, typistAt } from "../testing/writtenText.ts";

/** A database that notes every statement of ours, and counts our transactions. */
function counted(database: Database): { database: Database; statements: string[]; transactions: number } {
	const spy = { database, statements: [] as string[], transactions: 0 };
	const { statements } = spy;
	const noting = <T extends Database | Transaction>(where: T): T =>
		Object.assign(Object.create(where) as T, {
			query: (text: string, values?: readonly unknown[]) => {
				statements.push(text);
				return where.query(text, values);
			},
		});
	const transaction = <T>(work: (tx: Transaction) => Promise<T>, options?: TransactionOptions) => {
		spy.transactions += 1;
		return database.transaction((tx) => work(noting(tx)), options);
	};
	return Object.assign(spy, { database: Object.assign(noting(database), { transaction }) });
}

const limits = { snapshotEvery: 20, keptBehindSnapshot: 20, chunk: 20 };

describeWithDatabase("what a draft costs the database", draftingEntities, (database) => {
	async function aDesk() {
		const world = await buildDraftWorld(database());
		const spy = counted(database());
		const room = aDraftingRoom(spy.database, { limits });
		const viewer = world.writers[0] as Viewer;
		const typist = await typistAt(room, viewer, world.draftId);
		const push = (updates: readonly Uint8Array[]) =>
			room.pushDraftUpdates(viewer, { draftId: world.draftId, pushId: randomUUID(), updates });
		/** The statements of this work alone. */
		const during = async (work: () => Promise<unknown>): Promise<number> => {
			const before = spy.statements.length;
			await work();
			return spy.statements.length - before;
		};
		return { world, room, typist, push, during };
	}

	const lines = (typist: Typist, count: number) =>
		Array.from({ length: count }, (_, line) => typist.writeParagraph(`line ${line}`));

	test("a load takes one statement: of a snapshot with what followed it, of what was missed, of a text", async () => {
		const { world, room, typist, push, during } = await aDesk();
		for (let round = 0; round < 7; round++) await push(lines(typist, 10));
		await room.idle();
		await push(lines(typist, 5));
		const { draftId } = world;
		let whole: LogSlice | null = null;
		expect(
			await during(async () => {
				whole = await room.readLog(draftId, null);
			}),
		).toBe(1);
		const { updates, cursor } = whole as unknown as LogSlice;
		expect(updates.length).toBeLessThan(30);
		expect(paragraphsIn(updates)).toHaveLength(75);
		expect(await during(() => room.readLog(draftId, cursor))).toBe(1);
		expect(await during(() => room.documentOf(draftId))).toBe(1);
		await room.close();
	});

	test("fifty texts that are asked for together take one statement", async () => {
		const worlds: DraftWorld[] = [];
		for (let each = 0; each < 50; each++) worlds.push(await buildDraftWorld(database()));
		const spy = counted(database());
		const shelf = new PgDraftShelf(spy.database, new PgDraftLog(spy.database, () => {}));
		await Promise.all(worlds.map(({ draftId }) => shelf.loaded(draftId)));
		expect(spy.statements).toHaveLength(1);
		// Twin: one after the other they take fifty.
		for (const { draftId } of worlds) await shelf.loaded(draftId);
		expect(spy.statements).toHaveLength(51);
	});

	test("[D2] a commit takes one statement and no transaction of ours, of however many pushes of however many drafts", async () => {
		const spy = counted(database());
		const room = aDraftingRoom(spy.database);
		const desks = await Promise.all(
			Array.from({ length: 10 }, async () => {
				const world = await buildDraftWorld(database());
				const [viewer] = world.writers as [Viewer];
				return { world, viewer, typist: await typistAt(room, viewer, world.draftId) };
			}),
		);
		const pushAll = () =>
			Promise.all(
				desks.flatMap(({ world: { draftId }, viewer, typist }) =>
					lines(typist, 5).map((update) =>
						room.pushDraftUpdates(viewer, { draftId, pushId: randomUUID(), updates: [update] }),
					),
				),
			);
		// The first asks for each draft's network and finds out where it stands, which is remembered.
		await pushAll();
		spy.statements.length = 0;
		spy.transactions = 0;
		await pushAll();
		expect(spy.statements).toHaveLength(1);
		expect(spy.transactions).toBe(0);
		// Twin: where another instance has written, it takes three, in a transaction.
		const { world, viewer, typist } = desks[0] as (typeof desks)[0];
		await aDraftingRoom(database()).pushDraftUpdates(viewer, {
			...{ draftId: world.draftId, pushId: randomUUID(), updates: lines(typist, 1) },
		});
		spy.statements.length = 0;
		await pushAll();
		expect(spy.statements).toHaveLength(3);
		expect(spy.transactions).toBe(1);
		await room.close();
	});

	test("[D10] a log does not grow for ever: what stands in it one by one is bounded, however long the draft lives", async () => {
		const { world, room, typist, push } = await aDesk();
		const sizes: number[] = [];
		for (let round = 0; round < 40; round++) {
			await push(lines(typist, 10));
			await room.idle();
			const [row] = await database().query<{ size: number }>(
				"select count(*)::int as size from draft_update where draft_id = $1",
				[world.draftId],
			);
			sizes.push(row?.size ?? 0);
		}
		const { snapshotEvery, keptBehindSnapshot, chunk } = limits;
		expect(Math.max(...sizes)).toBeLessThanOrEqual(snapshotEvery + keptBehindSnapshot + chunk + 10);
		expect(paragraphsIn(((await room.readLog(world.draftId, null)) as LogSlice).updates)).toHaveLength(400);
		await room.close();
	});
});
