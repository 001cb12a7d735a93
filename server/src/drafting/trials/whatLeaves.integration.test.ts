import { randomUUID } from "node:crypto";
import { draftRoot, enforceShape } from "@crossroads/shared";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { payloads } from "../../../../shared/src/drafting/testing/payloads.ts";
import { describeWithDatabase } from "../../database/testing/testDatabase.ts";
import type { Viewer } from "../../people/index.ts";
import { inspectUpdate } from "../crdt/inspectUpdate.ts";
import { readText } from "../crdt/readText.ts";
import { draftingEntities } from "../index.ts";
import { aDraftingRoom } from "../testing/aDraftingRoom.ts";
import { buildDraftWorld } from "../testing/draftWorld.ts";
import { plantPayload } from "../testing/plantPayload.ts";

/** What the log takes in of the payloads, under this client id, around some honest words. */
function hostile(clientId: number): Uint8Array {
	const sound = payloads.filter((payload) => {
		const doc = new Y.Doc();
		doc.getXmlFragment(draftRoot).insert(0, [plantPayload(payload)]);
		return inspectUpdate(Y.encodeStateAsUpdate(doc)) !== null;
	});
	const doc = new Y.Doc();
	doc.clientID = clientId;
	const honest = new Y.XmlElement("paragraph");
	honest.insert(0, [new Y.XmlText("honest words")]);
	doc.getXmlFragment(draftRoot).insert(0, [...sound.map(plantPayload), honest]);
	return Y.encodeStateAsUpdate(doc);
}

describeWithDatabase("[D9] whatever leaves a draft as a text", draftingEntities, (database) => {
	async function aHostileDraft() {
		const { draftId, recommendationId, writers } = await buildDraftWorld(database());
		const logged: { fields: Record<string, unknown>; message: string }[] = [];
		const room = aDraftingRoom(database(), { warn: (fields, message) => logged.push({ fields, message }) });
		const ana = writers[0] as Viewer;
		const opened = await room.openDraft(ana, { draftId, heldClientIds: [] });
		if (opened.refusal !== null) throw new Error(opened.refusal);
		const updates = [hostile(opened.clientId)];
		const pushed = await room.pushDraftUpdates(ana, { draftId, pushId: randomUUID(), updates });
		if (pushed.refusal !== null) throw new Error(pushed.refusal);
		return { draftId, recommendationId, room, ana, logged, updates, cursor: pushed.cursor };
	}

	test("is in shape: as a text, as the version that is tabled, as it was, and restored", async () => {
		const { draftId, recommendationId, room, ana, updates, cursor } = await aHostileDraft();
		const tabled = await database().transaction((tx) => room.draftText.read(tx, recommendationId, "en"));
		const then = await room.draftThen(draftId, cursor);
		for (const document of [await room.documentOf(draftId), tabled, then?.document]) {
			expect(JSON.stringify(document)).toContain("honest words");
			expect(enforceShape(document)).toEqual({ document, dropped: {} });
			expect(JSON.stringify(document)).not.toMatch(/javascript:|onclick|"script"|"iframe"/);
		}
		expect(await room.restoreDraft(ana, { draftId, cursor })).toMatchObject({ refusal: null });
		// Twin: what the log holds is not.
		expect(enforceShape(readText(updates)).dropped).not.toEqual({});
		await room.close();
	});

	test("what was dropped is logged by kind and number, and nothing that anybody wrote", async () => {
		const { draftId, room, logged } = await aHostileDraft();
		await room.documentOf(draftId);
		expect(logged).toMatchObject([{ fields: { draftId, seq: 1, dropped: expect.anything() } }]);
		const dropped = logged[0]?.fields.dropped as Record<string, number>;
		expect(Object.keys(dropped).length).toBeGreaterThan(3);
		expect(Object.values(dropped).every(Number.isInteger)).toBe(true);
		expect(JSON.stringify(logged)).not.toMatch(/honest|alert|href|script/);
		await room.close();
	});
});
