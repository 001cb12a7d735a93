import { randomUUID } from "node:crypto";
import { documentText, draftRoot, enforceShape } from "@crossroads/shared";
import { expect, test } from "vitest";
import { describeWithDatabase } from "../database/testing/testDatabase.ts";
import type { Viewer } from "../people/index.ts";
import { draftingEntities } from "./index.ts";
import type { LogSlice } from "./ports.ts";
import { aDraftingRoom } from "./testing/aDraftingRoom.ts";
import { buildDraftWorld } from "./testing/draftWorld.ts";
import { paragraphsIn, typistAt } from "./testing/writtenText.ts";

const start = new Date("2026-11-23T14:00:00Z");
const small = { snapshotEvery: 10, keptBehindSnapshot: 10, chunk: 10 };

describeWithDatabase("[D13] a draft's history", draftingEntities, (database) => {
	async function aDesk(limits = small) {
		const world = await buildDraftWorld(database());
		let now = start;
		const room = aDraftingRoom(database(), { limits, clock: () => now });
		const [ana, ben] = world.writers as [Viewer, Viewer];
		const typists = new Map([
			[ana, await typistAt(room, ana, world.draftId)],
			[ben, await typistAt(room, ben, world.draftId)],
		]);
		const { draftId } = world;
		const heard = new Map<Viewer, string | null>();
		/** Hears the others, writes a paragraph, and gives where it stands. */
		const write = async (viewer: Viewer, words: string, minute: number): Promise<string> => {
			now = new Date(start.getTime() + minute * 60_000);
			const typist = typists.get(viewer) as Awaited<ReturnType<typeof typistAt>>;
			const slice = (await room.readLog(draftId, heard.get(viewer) ?? null)) as LogSlice;
			typist.hear(slice.updates);
			heard.set(viewer, slice.cursor);
			const updates = [typist.writeParagraph(words)];
			const pushed = await room.pushDraftUpdates(viewer, { draftId, pushId: randomUUID(), updates });
			if (pushed.refusal !== null) throw new Error(pushed.refusal);
			return pushed.cursor;
		};
		return { world, draftId, room, ana, ben, typists, write };
	}

	test("every moment can be shown as it was, with who wrote what, however old, after the log was tidied up", async () => {
		const { draftId, room, ana, ben, write } = await aDesk();
		const cursors: string[] = [];
		for (let line = 0; line < 60; line++) {
			cursors.push(await write(line % 3 === 0 ? ben : ana, `line ${line}`, Math.floor(line / 5)));
			if (line % 20 === 19) await room.idle();
		}
		const [archived] = await database().query<{ chunks: number; left: number }>(
			`select (select count(*)::int from draft_archive where draft_id = $1) as chunks,
				(select count(*)::int from draft_update where draft_id = $1) as left`,
			[draftId],
		);
		expect(archived?.chunks).toBeGreaterThanOrEqual(3);
		expect(archived?.left).toBeLessThan(30);

		const first = await room.historyOf(draftId, { first: 7, before: null });
		const second = await room.historyOf(draftId, { first: 7, before: first.older });
		expect(second.older).toBeNull();
		const moments = [...first.moments, ...second.moments];
		expect(moments.map(({ startedAt }) => (startedAt.getTime() - start.getTime()) / 60_000)).toEqual(
			Array.from({ length: 12 }, (_, at) => 11 - at),
		);
		expect(moments[0]?.cursor).toBe(cursors.at(-1));
		expect(moments.map(({ shares }) => shares.length)).toEqual(moments.map(() => 2));
		for (const [index, { cursor, at }] of moments.entries()) {
			const then = await room.draftThen(draftId, cursor);
			const lines = 60 - index * 5;
			expect(then?.at).toEqual(at);
			expect(documentText(then?.document as never).split("\n\n")).toEqual(
				Array.from({ length: lines }, (_, line) => `line ${line}`),
			);
			const authors = (then?.runs ?? []).flatMap(({ author, length }) => Array(length).fill(author));
			const expected = Array.from({ length: lines }, (_, line) =>
				Array(`line ${line}`.length).fill(line % 3 === 0 ? ben.personId : ana.personId),
			).flat();
			expect(authors).toEqual(expected);
		}
		expect(await room.draftThen(draftId, "0.7")).toBeNull();
		expect(await room.draftThen(draftId, cursors[40]?.replace(/^\w+/, "ffffff") ?? "")).toBeNull();
		expect(await room.draftThen(draftId, "junk")).toBeNull();
		await room.close();
	});

	test("twin: a log that forgot what was merged could not show the beginning", async () => {
		const { draftId, room, ana, write } = await aDesk();
		const first = await write(ana, "first", 0);
		for (let line = 0; line < 40; line++) await write(ana, `line ${line}`, 1);
		await room.idle();
		expect(await room.draftThen(draftId, first)).not.toBeNull();
		await database().query("delete from draft_archive where draft_id = $1", [draftId]);
		expect(await room.draftThen(draftId, first)).toBeNull();
		await room.close();
	});

	test("an earlier text is brought back as a new edit, which leaves equal blocks and their authors alone", async () => {
		const { draftId, room, ana, ben, write, typists } = await aDesk();
		await write(ana, "kept", 0);
		const before = await write(ben, "old", 0);
		const typist = typists.get(ben);
		typist?.doc.getXmlFragment(draftRoot).delete(1, 1);
		const updates = typist?.updates.slice(-1) ?? [];
		await room.pushDraftUpdates(ben, { draftId, pushId: randomUUID(), updates });
		await write(ana, "new", 1);
		const restored = await room.restoreDraft(ana, { draftId, cursor: before });
		expect(restored.refusal).toBeNull();
		const { updates: now, cursor } = (await room.readLog(draftId, null)) as LogSlice;
		expect(paragraphsIn(now)).toEqual(["kept", "old"]);
		expect(restored).toEqual({ refusal: null, cursor });
		expect((await room.draftThen(draftId, cursor))?.runs).toEqual([{ author: ana.personId, length: 7 }]);
		expect((await room.draftThen(draftId, before))?.runs).toEqual([
			{ author: ana.personId, length: 4 },
			{ author: ben.personId, length: 3 },
		]);
		expect(await room.restoreDraft(ana, { draftId, cursor: "junk" })).toEqual({ refusal: "not-found" });
		await room.close();
	});

	test("who may not write restores nothing", async () => {
		const { world, draftId, room, ana, write } = await aDesk();
		const cursor = await write(ana, "words", 0);
		expect(await room.restoreDraft(world.observer, { draftId, cursor })).toEqual({ refusal: "not-allowed" });
		expect(await room.restoreDraft(world.stranger, { draftId, cursor })).toEqual({ refusal: "not-found" });
		await write(ana, "more words", 1);
		await database().query("update recommendation set state = 'TABLED' where id = $1", [
			world.recommendationId,
		]);
		expect(await room.restoreDraft(ana, { draftId, cursor })).toEqual({ refusal: "draft-is-read-only" });
		await room.close();
	});

	test("a text that was brought in is the first moment, and nobody's", async () => {
		const world = await buildDraftWorld(database());
		const room = aDraftingRoom(database());
		const paragraph = { type: "paragraph", content: [{ type: "text", text: "We ask." }] };
		const { document } = enforceShape({ type: "doc", content: [paragraph] });
		const { recommendationId } = world;
		await database().transaction((tx) =>
			room.draftText.open(tx, { recommendationId, language: "fr", document }),
		);
		const [row] = await database().query<{ id: string }>(
			"select id from draft where recommendation_id = $1 and language = 'fr'",
			[recommendationId],
		);
		const { moments } = await room.historyOf(row?.id as string, { first: 10, before: null });
		expect(moments).toMatchObject([{ seq: 1, shares: [{ personId: null }] }]);
		const then = await room.draftThen(row?.id as string, moments[0]?.cursor as string);
		expect(then).toMatchObject({ document, runs: [{ author: null, length: 7 }] });
		const ana = world.writers[0] as Viewer;
		const typist = await typistAt(room, ana, row?.id as string);
		typist.hear(((await room.readLog(row?.id as string, null)) as LogSlice).updates);
		const updates = [typist.writeParagraph("Now.")];
		const push = { draftId: row?.id as string, pushId: randomUUID(), updates };
		expect(await room.pushDraftUpdates(ana, push)).toMatchObject({ refusal: null });
		await room.close();
	});

	test("a log restored from a backup and written on never takes a cursor of before for one of now", async () => {
		const { draftId, room, ana, ben, write } = await aDesk();
		await write(ana, "backed up", 0);
		const lost = await write(ana, "lost", 1);
		// The backup: the state of before comes back, and others go on writing.
		await database().query("delete from draft_update where draft_id = $1 and seq > 1", [draftId]);
		await database().query(
			`update draft set last_seq = 1, mark = (select mark from draft_update where draft_id = $1 and seq = 1),
				snapshot = null, snapshot_seq = 0 where id = $1`,
			[draftId],
		);
		expect(await room.readLog(draftId, lost)).toMatchObject({ isSnapshot: true });
		const next = await write(ben, "after", 2);
		expect(next.split(".")[1]).toBe(lost.split(".")[1]);
		expect(await room.readLog(draftId, lost)).toMatchObject({ isSnapshot: true, cursor: next });
		expect(await room.readLog(draftId, next)).toMatchObject({ isSnapshot: false, updates: [] });
		await room.close();
	});
});
