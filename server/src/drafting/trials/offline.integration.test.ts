import { randomUUID } from "node:crypto";
import { draftRoot, mostFrameBytes, mostPushBytes } from "@crossroads/shared";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { describeWithDatabase } from "../../database/testing/testDatabase.ts";
import type { Viewer } from "../../people/index.ts";
import { draftingEntities } from "../index.ts";
import type { LogSlice } from "../ports.ts";
import { aDraftingRoom } from "../testing/aDraftingRoom.ts";
import { Dice } from "../testing/Dice.ts";
import { buildDraftWorld } from "../testing/draftWorld.ts";
import { paragraphsIn, type Typist, typistAt } from "../testing/writtenText.ts";

const words = "Cities ask that doors be open to those who come, and stay so. ";

/** An hour of typing: lines and letters in them, places all over the text, and a good part deleted again. */
function typeForAnHour(typist: Typist, dice: Dice): void {
	const root = typist.doc.getXmlFragment(draftRoot);
	for (let line = 0; line < 1_500; line++) {
		typist.writeParagraph(`${line}: ${words.repeat(12)}`);
		const text = (root.get(dice.whole(0, root.length - 1)) as Y.XmlElement).get(0) as Y.XmlText;
		text.insert(dice.whole(0, text.length), "and again ");
		text.delete(dice.whole(0, text.length - 5), 5);
	}
}

/** As large pushes as the limits allow, each beginning where the one before ended. */
function pushesOf(updates: readonly Uint8Array[], mostBytes: number, mostUpdates = 500): Uint8Array[][] {
	const pushes: Uint8Array[][] = [[]];
	let bytes = 0;
	for (const update of updates) {
		const last = pushes.at(-1) as Uint8Array[];
		bytes += update.length;
		if (last.length > 0 && (bytes > mostBytes || last.length === mostUpdates)) {
			pushes.push([update]);
			bytes = update.length;
		} else last.push(update);
	}
	return pushes;
}

describeWithDatabase("an hour offline", draftingEntities, (database) => {
	async function aDesk() {
		const { draftId, writers } = await buildDraftWorld(database());
		const room = aDraftingRoom(database());
		const [ana, ben] = writers as [Viewer, Viewer];
		const push = (viewer: Viewer, updates: readonly Uint8Array[]) =>
			room.pushDraftUpdates(viewer, { draftId, pushId: randomUUID(), updates });
		const whole = async () => (await room.readLog(draftId, null)) as LogSlice;
		const [mine, others] = [await typistAt(room, ana, draftId), await typistAt(room, ben, draftId)];
		return { room, draftId, ana, ben, mine, others, push, whole };
	}

	test.each([
		["as the log's limit allows", mostPushBytes],
		["as fits into a frame", mostFrameBytes],
	])(
		"more than a megabyte comes in parts, %s, between what others write, and all of it is there",
		async (_, most) => {
			const { room, ana, ben, mine, others, push, whole } = await aDesk();
			typeForAnHour(mine, new Dice(1));
			const bytes = mine.updates.reduce((sum, { length }) => sum + length, 0);
			expect(bytes).toBeGreaterThan(1024 * 1024);
			const pushes = pushesOf(mine.updates, most);
			for (const [at, updates] of pushes.entries()) {
				expect(await push(ana, updates)).toMatchObject({ refusal: null });
				if (at % 5 === 0) await push(ben, [others.writeParagraph(`meanwhile ${at}`)]);
			}
			await room.idle();
			const { updates } = await whole();
			mine.hear(others.updates);
			expect(paragraphsIn(updates).join("\n")).toBe(mine.text);
			await room.close();
		},
	);

	test("the same words merged, and cut by clocks, are taken too: as a device finds them that kept no single updates", async () => {
		const { room, ana, mine, push, whole } = await aDesk();
		for (let line = 0; line < 3_000; line++) mine.writeParagraph(`${line}: ${words.repeat(2)}`);
		const client = mine.doc.clientID;
		const end = Y.getState(mine.doc.store, client);
		// Cut between updates, as their clocks say: parts of a hundred lines.
		const parts: Uint8Array[] = [];
		for (let at = 0; at < mine.updates.length; at += 100)
			parts.push(Y.mergeUpdates(mine.updates.slice(at, at + 100)));
		expect(parts.every(({ length }) => length < mostFrameBytes)).toBe(true);
		for (const part of parts) expect(await push(ana, [part])).toMatchObject({ refusal: null });
		const server = new Y.Doc();
		for (const update of (await whole()).updates) Y.applyUpdate(server, update);
		expect(Y.getState(server.store, client)).toBe(end);
		expect(paragraphsIn((await whole()).updates).join("\n")).toBe(mine.text);
		await room.close();
	});

	test("a part whose turn has not come is refused, nothing of it is stored, and it is taken when it has", async () => {
		const { room, ana, mine, push, whole } = await aDesk();
		typeForAnHour(mine, new Dice(2));
		const [first, second, third] = pushesOf(mine.updates, mostFrameBytes) as [
			Uint8Array[],
			Uint8Array[],
			Uint8Array[],
		];
		expect(await push(ana, second)).toEqual({ refusal: "update-out-of-order" });
		expect((await whole()).updates).toEqual([]);
		for (const part of [first, second, third]) expect(await push(ana, part)).toMatchObject({ refusal: null });
		await room.close();
	});

	test("twin: all at once it is too large", async () => {
		const { room, ana, mine, push, whole } = await aDesk();
		typeForAnHour(mine, new Dice(3));
		expect(await push(ana, [Y.encodeStateAsUpdate(mine.doc)])).toEqual({ refusal: "update-too-large" });
		expect((await whole()).updates).toEqual([]);
		await room.close();
	});
});
