import { randomUUID } from "node:crypto";
import { draftRoot } from "@crossroads/shared";
import { expect, test } from "vitest";
import { describeWithDatabase } from "../../database/testing/testDatabase.ts";
import type { Viewer } from "../../people/index.ts";
import { pushesLast } from "../domain/pushRules.ts";
import { draftingEntities } from "../index.ts";
import type { LogSlice, Pushed } from "../ports.ts";
import { aDraftingRoom } from "../testing/aDraftingRoom.ts";
import { buildDraftWorld } from "../testing/draftWorld.ts";
import { type Typist, typistAt } from "../testing/writtenText.ts";

const limits = { snapshotEvery: 10, keptBehindSnapshot: 10, chunk: 10 };
const start = new Date("2026-11-23T14:00:00Z").getTime();

interface Handed {
	readonly pushId: string;
	readonly updates: readonly Uint8Array[];
	readonly answer: Pushed;
}

describeWithDatabase("[D3] a push that is handed in again, long after", draftingEntities, (database) => {
	async function aDesk() {
		const { draftId, writers } = await buildDraftWorld(database());
		let now = start;
		const room = aDraftingRoom(database(), { limits, clock: () => new Date(now) });
		const ana = writers[0] as Viewer;
		const typist = await typistAt(room, ana, draftId);
		const push = (updates: readonly Uint8Array[], pushId: string = randomUUID()) =>
			room.pushDraftUpdates(ana, { draftId, pushId, updates });
		/** Hands in what `write` writes. */
		const handIn = async (write: (typist: Typist) => void): Promise<Handed> => {
			const before = typist.updates.length;
			write(typist);
			const [pushId, updates] = [randomUUID(), typist.updates.slice(before)];
			return { pushId, updates, answer: await push(updates, pushId) };
		};
		/** Writes so much that everything of before leaves the log. */
		const outgrow = async (after = 0) => {
			now += after;
			for (let line = 0; line < 40; line++) await handIn((one) => one.writeParagraph(`line ${line}`));
			await room.idle();
		};
		const again = ({ updates, pushId }: Handed) => push(updates, pushId);
		const whole = async () => (await room.readLog(draftId, null)) as LogSlice;
		return { draftId, room, handIn, again, outgrow, whole };
	}

	const twoLines = (typist: Typist) => {
		typist.writeParagraph("one");
		typist.writeParagraph("two");
	};
	/** Takes no clock: nothing but its id tells that it was there. */
	const deletion = (typist: Typist) => typist.doc.getXmlFragment(draftRoot).delete(0, 1);

	test("has one effect and the same answer, though its updates have left the log", async () => {
		const { draftId, room, handIn, again, outgrow, whole } = await aDesk();
		const handed = [await handIn(twoLines), await handIn(deletion)];
		await outgrow();
		const [left] = await database().query<{ oldest: number }>(
			"select min(seq)::int as oldest from draft_update where draft_id = $1",
			[draftId],
		);
		expect(left?.oldest).toBeGreaterThan(3);
		const before = await whole();
		for (const one of handed) expect(await again(one)).toEqual(one.answer);
		expect(await whole()).toEqual(before);
		await room.close();
	});

	test("twin: a log that forgot its pushes would refuse the one and store the other twice", async () => {
		const { draftId, room, handIn, again, outgrow, whole } = await aDesk();
		const [lines, gone] = [await handIn(twoLines), await handIn(deletion)];
		await outgrow();
		await database().query("delete from draft_push where draft_id = $1", [draftId]);
		expect(await again(lines)).toEqual({ refusal: "update-conflicts" });
		expect(await again(gone)).not.toEqual(gone.answer);
		expect((await whole()).cursor).toMatch(/\.44$/);
		await room.close();
	});

	test("is known for thirty days at least, and the table does not grow for ever", async () => {
		const { draftId, room, handIn, again, outgrow } = await aDesk();
		const first = await handIn(twoLines);
		await outgrow(pushesLast);
		expect(await again(first)).toEqual(first.answer);
		await outgrow(1);
		expect(await again(first)).toEqual({ refusal: "update-conflicts" });
		const [kept] = await database().query<{ oldest: Date }>(
			"select min(received_at) as oldest from draft_push where draft_id = $1",
			[draftId],
		);
		expect(kept?.oldest.getTime()).toBeGreaterThanOrEqual(start + 1);
		await room.close();
	});
});
