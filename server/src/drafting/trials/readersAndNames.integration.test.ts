import { randomUUID } from "node:crypto";
import { expect, onTestFinished, test, vi } from "vitest";
import { describeWithDatabase } from "../../database/testing/testDatabase.ts";
import type { Viewer } from "../../people/index.ts";
import { inspectUpdate } from "../crdt/inspectUpdate.ts";
import { judgeUpdates } from "../domain/judgeUpdates.ts";
import type { UpdateFacts } from "../domain/UpdateFacts.ts";
import { draftingEntities } from "../index.ts";
import type { LogSlice } from "../ports.ts";
import { localPresence } from "../presence/localPresence.ts";
import { PgClientIds } from "../store/PgClientIds.ts";
import { PgDraftLog } from "../store/PgDraftLog.ts";
import { aDraftingRoom } from "../testing/aDraftingRoom.ts";
import { buildDraftWorld, viewerOf } from "../testing/draftWorld.ts";
import { paragraphsIn, Typist, typistAt } from "../testing/writtenText.ts";

const caret = (at: number) => JSON.stringify({ anchor: at, head: at });

describeWithDatabase("threats row 52: readers who write, and others' names", draftingEntities, (database) => {
	async function aDesk() {
		const world = await buildDraftWorld(database());
		const { draftId } = world;
		let now = Date.now();
		const announced: string[] = [];
		const room = aDraftingRoom(database(), {
			clock: () => new Date(now),
			announce: (topic) => announced.push(topic),
			identityOf: async (personId) => ({ name: `the person ${personId}`, partnerCode: "ETT" }),
		});
		const [ana, ben] = world.writers as [Viewer, Viewer];
		const here = (viewer: Viewer, clientId: number, cursor: string | null) =>
			room.setDraftPresence(viewer, { draftId, clientId, cursor });
		const pass = (ms: number) => {
			now += ms;
		};
		return { world, draftId, room, ana, ben, here, announced, pass };
	}

	test("who may only read writes nothing: by a push, by restoring, under an id that is theirs or another's", async () => {
		const { world, draftId, room, ana, here } = await aDesk();
		const { observer } = world;
		const typist = await typistAt(room, ana, draftId);
		const push = (viewer: Viewer, update: Uint8Array) =>
			room.pushDraftUpdates(viewer, { draftId, pushId: randomUUID(), updates: [update] });
		const { cursor } = (await push(ana, typist.writeParagraph("words"))) as { cursor: string };
		const before = await room.readLog(draftId, null);
		expect(await push(observer, typist.writeParagraph("mine"))).toEqual({ refusal: "not-allowed" });
		expect(await push(observer, new Typist(4_711).writeParagraph("mine"))).toEqual({
			refusal: "not-allowed",
		});
		expect(await room.restoreDraft(observer, { draftId, cursor })).toEqual({ refusal: "not-allowed" });
		expect(await room.openDraft(observer, { draftId, heldClientIds: [] })).toEqual({
			refusal: "not-allowed",
		});
		expect(await here(observer, typist.doc.clientID, null)).toBe("not-allowed");
		expect(await room.readLog(draftId, null)).toEqual(before);
		expect(await room.writersOf(draftId)).toEqual([]);
		await room.close();
	});

	test("who was a writer yesterday and lost the role writes nothing under yesterday's id", async () => {
		const { world, draftId, room, ana } = await aDesk();
		const typist = await typistAt(room, ana, draftId);
		const reader = {
			...viewerOf(ana.personId as string, "OBSERVER", world.networkId),
			signInId: ana.signInId,
		};
		const updates = [typist.writeParagraph("still here")];
		const push = { draftId, pushId: randomUUID(), updates };
		expect(await room.pushDraftUpdates(reader, push)).toEqual({ refusal: "not-allowed" });
		expect(((await room.readLog(draftId, null)) as LogSlice).updates).toEqual([]);
		await room.close();
	});

	test("twin: without the question for the role, the reader's words would be in the log", async () => {
		const { world, draftId, room } = await aDesk();
		const { personId, signInId } = world.observer as Viewer & { personId: string };
		const id = (await new PgClientIds(database()).give(draftId, { personId, signInId }, 10)) as number;
		const updates = [new Typist(id).writeParagraph("not allowed")];
		const facts = updates.map((update) => inspectUpdate(update) as UpdateFacts);
		const pushed = await new PgDraftLog(database(), () => {}).append({
			...{ draftId, pushId: randomUUID(), updates, facts, personId, signInId, at: new Date() },
			admit: () => null,
			judge: (known) => judgeUpdates(facts, known, { personId, signInId }),
		});
		expect(pushed.refusal).toBeNull();
		const { updates: stored } = (await room.readLog(draftId, null)) as LogSlice;
		expect(paragraphsIn(stored)).toEqual(["not allowed"]);
		await room.close();
	});

	test("nobody shows as somebody else, and nobody moves another's caret, while they are there or after", async () => {
		const { draftId, room, ana, ben, here, pass } = await aDesk();
		const [ofAna, ofBen] = [await typistAt(room, ana, draftId), await typistAt(room, ben, draftId)].map(
			({ doc }) => doc.clientID,
		) as [number, number];
		const shown = async () =>
			(await room.writersOf(draftId)).map(({ clientId, name, cursor }) => [clientId, name, cursor]);
		expect(await here(ana, ofAna, caret(1))).toBeNull();
		expect(await here(ben, ofAna, caret(9))).toBe("client-id-not-yours");
		pass(1);
		expect(await here(ben, ofBen, caret(2))).toBeNull();
		expect(await shown()).toEqual([
			[ofAna, `the person ${ana.personId}`, caret(1)],
			[ofBen, `the person ${ben.personId}`, caret(2)],
		]);
		pass(60_000);
		expect(await shown()).toEqual([]);
		expect(await here(ben, ofAna, caret(9))).toBe("client-id-not-yours");
		expect(await shown()).toEqual([]);
		await room.close();
	});

	test("twin: a board that takes what browsers say shows words of one as another's", async () => {
		const presence = localPresence(() => new Date());
		const ana = { clientId: 2_000, personId: "ana", name: "Ana", partnerCode: null, colour: "#a4262c" };
		await presence.note("d", { ...ana, cursor: caret(1) });
		// What ben's browser would send.
		await presence.note("d", { ...ana, personId: "ben", cursor: caret(9) });
		expect(await presence.writersOf("d")).toMatchObject([{ name: "Ana", personId: "ben", cursor: caret(9) }]);
	});

	test("[D8] who lost the connection is gone within 30 seconds, and those who stay are told", async () => {
		vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "setTimeout", "clearTimeout"] });
		onTestFinished(() => void vi.useRealTimers());
		const { draftId, room, ana, here, announced, pass } = await aDesk();
		const { doc } = await typistAt(room, ana, draftId);
		await here(ana, doc.clientID, caret(1));
		expect(announced).toEqual([`draft-presence:${draftId}`]);
		const tick = () => {
			pass(1_000);
			vi.advanceTimersByTime(1_000);
		};
		for (let second = 0; second < 25; second++) tick();
		expect(await room.writersOf(draftId)).toHaveLength(1);
		for (let second = 25; second < 30; second++) tick();
		expect(await room.writersOf(draftId)).toEqual([]);
		expect(announced).toHaveLength(2);
		await room.close();
	});

	test("[D8] a caret that moves a hundred times is told at once and then every 80 ms, the last place included", async () => {
		vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "setTimeout", "clearTimeout"] });
		onTestFinished(() => void vi.useRealTimers());
		const { draftId, room, ana, here, announced } = await aDesk();
		const { doc } = await typistAt(room, ana, draftId);
		for (let at = 0; at < 100; at++) {
			await here(ana, doc.clientID, caret(at));
			vi.advanceTimersByTime(4);
		}
		vi.advanceTimersByTime(80);
		expect(announced.length).toBeGreaterThanOrEqual(5);
		expect(announced.length).toBeLessThanOrEqual(7);
		expect(await room.writersOf(draftId)).toMatchObject([{ cursor: caret(99) }]);
		// Nothing moved: nothing is told.
		const before = announced.length;
		await here(ana, doc.clientID, caret(99));
		vi.advanceTimersByTime(200);
		expect(announced).toHaveLength(before);
		await room.close();
	});
});
