import { randomUUID } from "node:crypto";
import { afterEach, describe, expect, test } from "vitest";
import { CuttableWire } from "../../live/testing/CuttableWire.ts";
import type { Writer } from "../domain/WriterBoard.ts";
import type { Presence } from "../ports.ts";
import { localPresence } from "./localPresence.ts";
import { redisPresence } from "./redisPresence.ts";

const redisUrl = process.env.REDIS_URL ?? "";
const ana: Writer = {
	clientId: 2_000,
	personId: "ana",
	name: "Ana",
	partnerCode: "ETT",
	colour: "#a4262c",
	cursor: null,
};
const ben: Writer = { ...ana, clientId: 3_000, personId: "ben", name: "Ben" };

describe.skipIf(!redisUrl)("[D8] presence over several instances (needs REDIS_URL)", () => {
	let now = 0;
	const ends: Presence[] = [];

	function instance(url = redisUrl): Presence {
		const presence = redisPresence(url, () => new Date(now));
		ends.push(presence);
		return presence;
	}

	const namesOf = async (presence: Presence, draftId: string) =>
		(await presence.writersOf(draftId)).map(({ name }) => name);

	afterEach(async () => {
		for (const end of ends.splice(0)) await end.close();
	});

	test("those at a draft see each other whichever instance they are connected to", async () => {
		const draftId = randomUUID();
		const [one, other] = [instance(), instance()];
		expect(await one.note(draftId, ana)).toBe(true);
		now += 1_000;
		expect(await other.note(draftId, ben)).toBe(true);
		expect(await namesOf(one, draftId)).toEqual(["Ana", "Ben"]);
		expect(await namesOf(other, draftId)).toEqual(["Ana", "Ben"]);
		expect(await namesOf(one, randomUUID())).toEqual([]);
	});

	test("twin: two instances without a place to meet know nothing of each other", async () => {
		const [one, other] = [localPresence(() => new Date(now)), localPresence(() => new Date(now))];
		await one.note("d", ana);
		expect(await namesOf(other, "d")).toEqual([]);
	});

	test("who was at an instance that died is gone within 30 seconds, and the others tell so", async () => {
		const draftId = randomUUID();
		const [dying, other] = [instance(), instance()];
		await dying.note(draftId, ana);
		await other.note(draftId, ben);
		expect(await namesOf(other, draftId)).toEqual(["Ana", "Ben"]);
		now += 20_000;
		await other.note(draftId, ben);
		expect(other.sweep()).toEqual([]);
		now += 8_000;
		expect(other.sweep()).toEqual([draftId]);
		expect(await namesOf(other, draftId)).toEqual(["Ben"]);
		now += 60_000;
		expect(await namesOf(instance(), draftId)).toEqual([]);
	});

	test("a caret that moved elsewhere is the newer one, a sign of life is no news", async () => {
		const draftId = randomUUID();
		const [one, other] = [instance(), instance()];
		await one.note(draftId, { ...ana, cursor: "old" });
		now += 10;
		expect(await other.note(draftId, { ...ana, cursor: "new" })).toBe(true);
		expect(await other.note(draftId, { ...ana, cursor: "new" })).toBe(false);
		expect((await one.writersOf(draftId)).map(({ cursor }) => cursor)).toEqual(["new"]);
	});

	test("while Redis is away everybody sees their own instance's, and nobody waits long", async () => {
		const wire = new CuttableWire(redisUrl);
		await wire.mend();
		const draftId = randomUUID();
		const [cut, other] = [instance(wire.url), instance()];
		await cut.note(draftId, ana);
		await other.note(draftId, ben);
		await wire.cut();
		const began = performance.now();
		expect(await cut.note(draftId, { ...ana, cursor: "here" })).toBe(true);
		expect(await namesOf(cut, draftId)).toEqual(["Ana"]);
		expect(performance.now() - began).toBeLessThan(5_000);
		expect(await namesOf(other, draftId)).toEqual(["Ana", "Ben"]);
	});
});
