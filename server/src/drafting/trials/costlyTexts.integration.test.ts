import { randomUUID } from "node:crypto";
import { setImmediate as turn } from "node:timers/promises";
import { documentText, enforceShape } from "@crossroads/shared";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { describeWithDatabase } from "../../database/testing/testDatabase.ts";
import type { Viewer } from "../../people/index.ts";
import { readText } from "../crdt/readText.ts";
import { TextTooCostly } from "../domain/TextTooCostly.ts";
import { draftingEntities } from "../index.ts";
import { aDraftingRoom } from "../testing/aDraftingRoom.ts";
import { costlyUpdate } from "../testing/costlyUpdate.ts";
import { buildDraftWorld, type DraftWorld } from "../testing/draftWorld.ts";
import { Typist, typistAt } from "../testing/writtenText.ts";

const textTimes = { reading: 300, past: 300, tidying: 300, push: 1_500 };
const minute = 60_000;
/** So long a busy machine may keep the server from its turn; the text alone would do it much longer. */
const stillness = 1_000;

/** A text that takes seconds to read: what somebody would have to get past D12. */
function costlyText(): Uint8Array[] {
	const typist = new Typist(2_000);
	const length = 4_500;
	return [
		typist.writeParagraph("x".repeat(length)),
		costlyUpdate(3_000, { client: 2_000, clock: 2 }, length),
	];
}

describeWithDatabase("[D15] a text that takes long to read", draftingEntities, (database) => {
	/** Puts updates into a log past everything that looks at them. */
	async function plant({ draftId }: DraftWorld, updates: readonly Uint8Array[]): Promise<void> {
		for (const [at, update] of updates.entries())
			await database().query(
				"insert into draft_update (draft_id, seq, mark, content, push_id) values ($1, $2, 'a', $3, $4)",
				[draftId, at + 1, Buffer.from(update), randomUUID()],
			);
		await database().query("update draft set last_seq = $2, mark = 'a' where id = $1", [
			draftId,
			updates.length,
		]);
	}

	async function aWorld() {
		const [hostile, honest] = [await buildDraftWorld(database()), await buildDraftWorld(database())];
		await plant(hostile, costlyText());
		const warnings: string[] = [];
		let now = Date.now();
		const room = aDraftingRoom(database(), {
			textTimes,
			clock: () => new Date(now),
			warn: (_, message) => warnings.push(message),
		});
		const pass = (ms: number) => {
			now += ms;
		};
		return { hostile, honest, room, warnings, pass };
	}

	test("is ended when its time is over, and holds up neither the server nor other texts", async () => {
		const { hostile, honest, room, warnings } = await aWorld();
		const typist = await typistAt(room, honest.writers[0] as Viewer, honest.draftId);
		// The thread is there already: its start takes time, too.
		await room.documentOf(honest.draftId);
		const reading = room.documentOf(hostile.draftId).catch((fault: unknown) => fault);
		let isOver = false;
		void reading.then(() => {
			isOver = true;
		});
		const push = await room.pushDraftUpdates(honest.writers[0] as Viewer, {
			draftId: honest.draftId,
			pushId: randomUUID(),
			updates: [typist.writeParagraph("meanwhile")],
		});
		expect(push.refusal).toBeNull();
		let longest = 0;
		while (!isOver) {
			const began = performance.now();
			await turn();
			longest = Math.max(longest, performance.now() - began);
		}
		expect(longest).toBeLessThan(stillness);
		expect(await reading).toBeInstanceOf(TextTooCostly);
		expect(warnings).toHaveLength(1);
		const document = await room.documentOf(honest.draftId);
		expect(document && documentText(document)).toBe("meanwhile");
		await room.close();
	});

	test("is not tried again for a minute, whoever asks for whatever needs it; then it is", async () => {
		const { hostile, room, warnings, pass } = await aWorld();
		const [viewer] = hostile.writers as [Viewer];
		const { draftId } = hostile;
		await expect(room.documentOf(draftId)).rejects.toThrow(TextTooCostly);
		for (let asked = 0; asked < 20; asked++)
			await expect(room.documentOf(draftId)).rejects.toThrow(TextTooCostly);
		const cheap = await room.draftThen(draftId, "a.1");
		expect(cheap?.runs).toHaveLength(1);
		await expect(room.restoreDraft(viewer, { draftId, cursor: "a.1" })).rejects.toThrow(TextTooCostly);
		const { recommendationId } = hostile;
		const tabled = database().transaction((tx) => room.draftText.read(tx, recommendationId, "en"));
		await expect(tabled).rejects.toThrow(TextTooCostly);
		expect(warnings).toHaveLength(1);
		pass(minute);
		await expect(room.documentOf(draftId)).rejects.toThrow(TextTooCostly);
		expect(warnings).toHaveLength(2);
		await room.close();
	});

	test("what a draft was may take too long, and keeps nobody from what it is", async () => {
		const { hostile, room } = await aWorld();
		const { draftId } = hostile;
		for (let asked = 0; asked < 5; asked++)
			await expect(room.draftThen(draftId, "a.2")).rejects.toThrow(TextTooCostly);
		// As if it had been merged into something cheaper since then.
		const [first = new Uint8Array()] = costlyText();
		await database().query("update draft set snapshot = $2, snapshot_seq = 2 where id = $1", [
			draftId,
			Buffer.from(first),
		]);
		expect(await room.documentOf(draftId)).not.toBeNull();
		await room.close();
	});

	test("is not merged again and again while it grows: no more than a minute's first try", async () => {
		const { hostile, warnings } = await aWorld();
		let tries = 0;
		const room = aDraftingRoom(database(), {
			textTimes,
			limits: { snapshotEvery: 1, keptBehindSnapshot: 10, chunk: 10 },
			warn: (_, message) => {
				if (message.includes("takes too long")) tries += 1;
			},
		});
		const viewer = hostile.writers[0] as Viewer;
		const typist = await typistAt(room, viewer, hostile.draftId);
		for (let line = 0; line < 10; line++) {
			const updates = [typist.writeParagraph(`line ${line}`)];
			const push = { draftId: hostile.draftId, pushId: randomUUID(), updates };
			expect((await room.pushDraftUpdates(viewer, push)).refusal).toBeNull();
			await room.idle();
		}
		expect(tries).toBe(1);
		expect(warnings).toEqual([]);
		await room.close();
	});

	test("twin: read by the server itself, it would stand still all the while", () => {
		const began = performance.now();
		enforceShape(readText(costlyText()));
		expect(performance.now() - began).toBeGreaterThan(stillness);
	});

	test("a long honest text is read within its time: 100,000 edits", async () => {
		const world = await buildDraftWorld(database());
		const doc = new Y.Doc();
		doc.clientID = 2_000;
		doc.transact(() => {
			const text = new Y.XmlText();
			const paragraph = new Y.XmlElement("paragraph");
			paragraph.insert(0, [text]);
			doc.getXmlFragment("document").insert(0, [paragraph]);
			for (let edit = 0; edit < 100_000; edit++) {
				if (edit % 3 === 2) text.delete((edit * 7_919) % text.length, 1);
				else text.insert((edit * 104_729) % (text.length + 1), "a");
			}
		});
		await plant(world, [Y.encodeStateAsUpdate(doc)]);
		const room = aDraftingRoom(database());
		const document = await room.documentOf(world.draftId);
		expect(document && documentText(document)).toHaveLength(33_334);
		await room.close();
	});
});
