import { randomUUID } from "node:crypto";
import { draftRoot } from "@crossroads/shared";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { describeWithDatabase } from "../database/testing/testDatabase.ts";
import type { Viewer } from "../people/index.ts";
import { inspectUpdate } from "./crdt/inspectUpdate.ts";
import { judgeUpdates } from "./domain/judgeUpdates.ts";
import type { UpdateFacts } from "./domain/UpdateFacts.ts";
import { type DraftingRoom, draftingEntities } from "./index.ts";
import type { LogSlice, Push } from "./ports.ts";
import { PgDraftLog } from "./store/PgDraftLog.ts";
import { aDraftingRoom } from "./testing/aDraftingRoom.ts";
import { costlyUpdate } from "./testing/costlyUpdate.ts";
import { buildDraftWorld, type DraftWorld } from "./testing/draftWorld.ts";
import { paragraphsIn, Typist, typistAt } from "./testing/writtenText.ts";

describeWithDatabase("[D11] under whose name a draft is written", draftingEntities, (database) => {
	async function aWorld() {
		const world = await buildDraftWorld(database());
		const room = aDraftingRoom(database());
		const [ana, ben] = world.writers as [Viewer, Viewer];
		return { world, room, ana, ben };
	}

	const push = (
		room: DraftingRoom,
		viewer: Viewer,
		{ draftId }: DraftWorld,
		updates: readonly Uint8Array[],
		pushId: string = randomUUID(),
	) => room.pushDraftUpdates(viewer, { draftId, pushId, updates });

	/** The whole log, byte for byte. */
	async function bytesOf(room: DraftingRoom, { draftId }: DraftWorld): Promise<string> {
		const { updates } = (await room.readLog(draftId, null)) as LogSlice;
		return Buffer.concat(updates).toString("hex");
	}

	/** Hands in past everything that looks at it, but the judge that is given. */
	function pushPast(world: DraftWorld, updates: Uint8Array[], judge: Push["judge"]) {
		const personId = world.writers[0]?.personId as string;
		const facts = updates.map((update) => inspectUpdate(update) as UpdateFacts);
		const { draftId } = world;
		const push = { draftId, pushId: randomUUID(), updates, facts, personId, signInId: personId };
		return new PgDraftLog(database(), () => {}).append({ ...push, at: new Date(), admit: () => null, judge });
	}

	test("row 50: what is written under somebody else's id is refused, and the log stays byte for byte", async () => {
		const { world, room, ana, ben } = await aWorld();
		const ofBen = await typistAt(room, ben, world.draftId);
		await push(room, ben, world, [ofBen.writeParagraph("ben's")]);
		const before = await bytesOf(room, world);
		const forged = new Typist(ofBen.doc.clientID);
		forged.hear([ofBen.updates[0] as Uint8Array]);
		expect(await push(room, ana, world, [forged.writeParagraph("not ben's")])).toEqual({
			refusal: "client-id-not-yours",
		});
		expect(await push(room, ana, world, [new Typist(4_711).writeParagraph("nobody's")])).toEqual({
			refusal: "client-id-not-yours",
		});
		expect(await bytesOf(room, world)).toBe(before);
	});

	test("twin of row 50: without the judge, two replicas would differ for ever with equal state vectors", async () => {
		const { world, room } = await aWorld();
		const [one, other] = [new Typist(4_711), new Typist(4_711)];
		const updates = [one.writeParagraph("mine"), other.writeParagraph("your")];
		for (const update of updates)
			await pushPast(world, [update], () => ({ refusal: null, clocks: new Map(), overlapping: [] }));
		const { updates: stored } = (await room.readLog(world.draftId, null)) as LogSlice;
		one.hear(stored);
		other.hear(stored);
		expect(Y.encodeStateVector(one.doc)).toEqual(Y.encodeStateVector(other.doc));
		expect(one.text).not.toBe(other.text);
	});

	test("clocks that are taken: the same bytes have one effect, other content is refused", async () => {
		const { world, room, ana } = await aWorld();
		const typist = await typistAt(room, ana, world.draftId);
		const words = typist.writeParagraph("words");
		const first = await push(room, ana, world, [words]);
		const before = await bytesOf(room, world);
		expect(await push(room, ana, world, [words])).toEqual(first);
		const other = new Typist(typist.doc.clientID);
		expect(await push(room, ana, world, [other.writeParagraph("sword")])).toEqual({
			refusal: "update-conflicts",
		});
		const merged = Y.mergeUpdates([words, typist.writeParagraph("more")]);
		expect(await push(room, ana, world, [merged])).toEqual({ refusal: "update-conflicts" });
		expect(await bytesOf(room, world)).toBe(before);
		const together = await push(room, ana, world, typist.updates);
		expect(together).toMatchObject({ refusal: null, cursor: expect.stringMatching(/\.2$/) });
		expect(paragraphsIn(((await room.readLog(world.draftId, null)) as LogSlice).updates)).toEqual([
			"words",
			"more",
		]);
	});

	test("the same bytes are found again in the middle of another push, and nothing is stored twice", async () => {
		const { world, room, ana } = await aWorld();
		const typist = await typistAt(room, ana, world.draftId);
		for (const line of ["one", "two", "three"]) typist.writeParagraph(line);
		const { updates } = typist;
		await push(room, ana, world, updates);
		for (const [at, update] of updates.entries())
			expect(await push(room, ana, world, [update])).toMatchObject({
				refusal: null,
				cursor: expect.stringMatching(new RegExp(`\\.${at + 1}$`)),
			});
		const mixed = [updates[1] as Uint8Array, typist.writeParagraph("four")];
		expect(await push(room, ana, world, mixed)).toMatchObject({ cursor: expect.stringMatching(/\.4$/) });
		const { updates: stored } = (await room.readLog(world.draftId, null)) as LogSlice;
		expect(paragraphsIn(stored)).toEqual(["one", "two", "three", "four"]);
		expect(stored).toHaveLength(4);
	});

	test("twin: a judge that looks at nobody's clock would store the other content", async () => {
		const { world, room, ana } = await aWorld();
		const typist = await typistAt(room, ana, world.draftId);
		await push(room, ana, world, [typist.writeParagraph("words")]);
		const other = new Typist(typist.doc.clientID).writeParagraph("sword");
		const facts = [inspectUpdate(other) as UpdateFacts];
		const writer = { personId: ana.personId as string, signInId: ana.signInId };
		const blind: Push["judge"] = (known) => {
			const fresh = [...known].map(([id, standing]) => [id, { ...standing, clock: 0 }] as const);
			return judgeUpdates(facts, new Map(fresh), writer);
		};
		expect(await pushPast(world, [other], blind)).toMatchObject({ refusal: null });
		expect(((await room.readLog(world.draftId, null)) as LogSlice).updates).toHaveLength(2);
	});

	test("row 51: gaps, what builds on nothing, other roots, ten thousand ids: refused before anything is stored", async () => {
		const { world, room, ana } = await aWorld();
		const typist = await typistAt(room, ana, world.draftId);
		const [first, second] = [typist.writeParagraph("1"), typist.writeParagraph("2")];
		expect(await push(room, ana, world, [second])).toEqual({ refusal: "update-out-of-order" });
		const stranger = new Typist(4_711);
		const reply = await typistAt(room, ana, world.draftId);
		reply.hear([stranger.writeParagraph("unheard of")]);
		expect(await push(room, ana, world, [reply.writeParagraph("a reply")])).toEqual({
			refusal: "update-out-of-order",
		});
		const hidden = new Y.Doc();
		hidden.clientID = typist.doc.clientID;
		hidden.getMap("hidden").set("x", 1);
		expect(await push(room, ana, world, [Y.encodeStateAsUpdate(hidden)])).toEqual({
			refusal: "update-invalid",
		});
		expect(await bytesOf(room, world)).toBe("");
		expect(await push(room, ana, world, [first, second])).toMatchObject({ refusal: null });
	});

	test("row 51: nobody is given ten thousand ids, and unused ones are freed after a week", async () => {
		const { world, ana } = await aWorld();
		let now = new Date("2026-11-23T14:00:00Z");
		const room = aDraftingRoom(database(), { clock: () => now });
		const { draftId } = world;
		await database().query(
			`insert into draft_client (draft_id, client_id, person_id, sign_in_id, clock)
			select $1, 5000 + n, $2, $3, n % 2 from generate_series(1, 1000) n`,
			[draftId, ana.personId, ana.signInId],
		);
		expect(await room.openDraft(ana, { draftId, heldClientIds: [] })).toEqual({
			refusal: "too-many-attempts",
		});
		const held = Array.from({ length: 101 }, (_, at) => 9_000 + at);
		expect(await room.openDraft(ana, { draftId, heldClientIds: held })).toEqual({ refusal: "invalid-input" });
		now = new Date(Date.now() + 8 * 24 * 60 * 60 * 1000);
		expect(await room.openDraft(ana, { draftId, heldClientIds: [5_001] })).toMatchObject({
			refusal: null,
			heldClientIds: [5_001],
		});
		const [row] = await database().query<{ count: number }>(
			"select count(*)::int as count from draft_client where draft_id = $1",
			[draftId],
		);
		expect(row?.count).toBe(501);
	});

	test("row 51: a push that would burn everybody's time is found out within its budget", async () => {
		const { world, room, ana } = await aWorld();
		const typist = await typistAt(room, ana, world.draftId);
		const length = 9_000;
		await push(room, ana, world, [typist.writeParagraph("x".repeat(length))]);
		const before = await bytesOf(room, world);
		const bad = await typistAt(room, ana, world.draftId);
		const costly = costlyUpdate(bad.doc.clientID, { client: typist.doc.clientID, clock: 2 }, length);
		expect(costly.length).toBeLessThan(120_000);
		expect(inspectUpdate(costly)).not.toBeNull();
		const began = performance.now();
		expect(await push(room, ana, world, [costly])).toEqual({ refusal: "update-too-large" });
		expect(performance.now() - began).toBeLessThan(10_000);
		expect(await bytesOf(room, world)).toBe(before);
		// A large honest one is let through: 2,000 lines at once.
		const lines = new Typist(bad.doc.clientID);
		lines.hear([typist.updates[0] as Uint8Array]);
		lines.doc.transact(() => {
			for (let line = 0; line < 2_000; line++) lines.writeParagraph(`line ${line}`);
		});
		expect(await push(room, ana, world, lines.updates.slice(-1))).toMatchObject({ refusal: null });
		await room.close();
	});

	test("twin of row 51: small as it is, the push would take Yjs many times as long as an honest one of its size", () => {
		const took = (update: (text: Typist) => Uint8Array) => {
			const typist = new Typist(2_000);
			typist.writeParagraph("x".repeat(1_500));
			const bytes = update(typist);
			const began = performance.now();
			Y.applyUpdate(typist.doc, bytes);
			return performance.now() - began;
		};
		const honest = took(() => new Typist(3_000).writeParagraph("y".repeat(20_000)));
		expect(took(() => costlyUpdate(3_000, { client: 2_000, clock: 2 }, 1_500))).toBeGreaterThan(honest * 20);
	});

	test("words written under an id of before are taken from the same person, after signing in again too", async () => {
		const { world, room, ana, ben } = await aWorld();
		const { draftId } = world;
		const offline = await typistAt(room, ana, draftId);
		const words = offline.writeParagraph("typed in the train");
		const again: Viewer = { ...ana, signInId: randomUUID() };
		expect(await push(room, again, world, [words])).toEqual({ refusal: "client-id-not-yours" });
		const heldClientIds = [offline.doc.clientID];
		expect(await room.openDraft(ben, { draftId, heldClientIds })).toMatchObject({ heldClientIds: [] });
		expect(await room.openDraft(again, { draftId, heldClientIds })).toMatchObject({ heldClientIds });
		expect(await push(room, ana, world, [words])).toEqual({ refusal: "client-id-not-yours" });
		expect(await push(room, again, world, [words])).toMatchObject({ refusal: null });
	});

	test("an id that a browser drew before it could ask is its own from then on", async () => {
		const { world, room, ana, ben } = await aWorld();
		const { draftId } = world;
		const early = new Typist(4_000_000_000);
		const words = early.writeParagraph("before the first answer");
		const wish = { draftId, heldClientIds: [4_000_000_000] };
		expect(await room.openDraft(ana, wish)).toMatchObject({
			refusal: null,
			heldClientIds: wish.heldClientIds,
		});
		expect(await room.openDraft(ben, wish)).toMatchObject({ heldClientIds: [] });
		expect(await push(room, ana, world, [words])).toMatchObject({ refusal: null });
		for (const id of [1, 1_000, 2 ** 32, -1, 1.5])
			expect(await room.openDraft(ana, { draftId, heldClientIds: [id] })).toEqual({
				refusal: "invalid-input",
			});
	});

	test("row 52: who may only read gets no id, who may not read is told nothing", async () => {
		const { world, room } = await aWorld();
		const wish = { draftId: world.draftId, heldClientIds: [] };
		expect(await room.openDraft(world.observer, wish)).toEqual({ refusal: "not-allowed" });
		expect(await room.openDraft(world.stranger, wish)).toEqual({ refusal: "not-found" });
		const nobody = { personId: null, signInId: null, roles: [] };
		expect(await room.openDraft(nobody, wish)).toEqual({ refusal: "not-signed-in" });
	});

	test("row 49: truncated and flipped updates change nothing: the log stays byte for byte, or grows by a whole update", async () => {
		const { world, room, ana } = await aWorld();
		const typist = await typistAt(room, ana, world.draftId);
		typist.doc.transact(() => {
			typist.writeParagraph("Cities ask");
			typist.doc.getXmlFragment(draftRoot).delete(0, 1);
			typist.writeParagraph("for open doors");
		});
		const whole = typist.updates.at(-1) as Uint8Array;
		const wrecks = Array.from({ length: whole.length }, (_, at) => whole.slice(0, at));
		const pushed = await Promise.all(wrecks.map((wreck) => push(room, ana, world, [wreck])));
		expect(new Set(pushed.map(({ refusal }) => refusal))).toEqual(new Set(["update-invalid"]));
		expect(await bytesOf(room, world)).toBe("");
		const flipped = Array.from({ length: whole.length }, (_, at) =>
			whole.map((byte, index) => (index === at ? byte ^ 0x55 : byte)),
		);
		for (const wreck of flipped) await push(room, ana, world, [wreck]);
		const { updates } = (await room.readLog(world.draftId, null)) as LogSlice;
		for (const update of updates) expect(inspectUpdate(update)).not.toBeNull();
		expect(() => paragraphsIn(updates)).not.toThrow();
	});

	test("twin of row 49: Yjs would take a truncated update in by half", () => {
		const typist = new Typist(2_000);
		for (let line = 0; line < 20; line++) typist.writeParagraph("Cities ask");
		const whole = Y.encodeStateAsUpdate(typist.doc);
		const halves = Array.from({ length: whole.length }, (_, at) => {
			const doc = new Y.Doc();
			try {
				Y.applyUpdate(doc, whole.slice(0, at));
			} catch {
				// What matters is what it has left behind.
			}
			return doc.store.clients.size > 0 || doc.store.pendingStructs !== null;
		});
		expect(halves.some(Boolean)).toBe(true);
	});
});
