import { describe, expect, test } from "vitest";
import { type ClientStanding, judgeUpdates } from "./judgeUpdates.ts";
import type { UpdateFacts } from "./UpdateFacts.ts";

const ana = { personId: "ana", signInId: "ana's phone" };
const known = new Map<number, ClientStanding>([
	[7, { ...ana, clock: 10 }],
	[8, { personId: "ben", signInId: "ben's laptop", clock: 5 }],
	[9, { personId: "ana", signInId: "ana's laptop", clock: 5 }],
	[1, { personId: null, signInId: null, clock: 3 }],
]);

function facts(writes: Record<number, [number, number]>, needs: Record<number, number> = {}): UpdateFacts {
	const entries = Object.entries(writes);
	return {
		writes: new Map(entries.map(([client, [from, to]]) => [Number(client), { from, to }])),
		needs: new Map(Object.entries(needs).map(([client, clock]) => [Number(client), clock])),
		pieces: entries.length,
		jumps: 0,
	};
}

const refusalOf = (...updates: UpdateFacts[]) => judgeUpdates(updates, known, ana).refusal;

describe("[D11] whether updates may follow", () => {
	test("what goes on exactly where the id stood is taken, several in a row as well", () => {
		const judged = judgeUpdates(
			[facts({ 7: [10, 12] }), facts({ 7: [12, 13] }, { 8: 5, 7: 12 })],
			known,
			ana,
		);
		expect(judged).toMatchObject({ refusal: null, overlapping: [] });
		expect(judged.refusal === null && judged.clocks.get(7)).toBe(13);
	});

	test("row 50: somebody else's id is refused, and the server's, one nobody was given, one of another sign-in", () => {
		for (const client of [8, 1, 66, 9])
			expect(refusalOf(facts({ [client]: [0, 1] }))).toBe("client-id-not-yours");
		expect(refusalOf(facts({ 7: [10, 11], 8: [5, 6] }))).toBe("client-id-not-yours");
	});

	test("row 51: clocks from the future are refused: of one's own, and of what the update builds on", () => {
		expect(refusalOf(facts({ 7: [11, 12] }))).toBe("update-out-of-order");
		expect(refusalOf(facts({ 7: [10, 12] }), facts({ 7: [13, 14] }))).toBe("update-out-of-order");
		expect(refusalOf(facts({ 7: [10, 11] }, { 8: 6 }))).toBe("update-out-of-order");
		expect(refusalOf(facts({ 7: [10, 11] }, { 66: 1 }))).toBe("update-out-of-order");
		expect(refusalOf(facts({}, { 8: 6 }))).toBe("update-out-of-order");
	});

	test("clocks that are taken are told apart, for the log to compare byte by byte", () => {
		const judged = judgeUpdates([facts({ 7: [8, 10] }), facts({ 7: [10, 11] })], known, ana);
		expect(judged).toMatchObject({ refusal: null, overlapping: [0] });
		const behind = [facts({ 7: [8, 10] }), facts({ 7: [10, 11] }, { 8: 6 })];
		expect(refusalOf(...behind)).toBe("update-out-of-order");
	});

	test("what is only deleted needs no id, and must exist", () => {
		expect(refusalOf(facts({}, { 8: 5, 1: 3 }))).toBeNull();
	});

	test("twin: with every id given to everybody, a foreign one would be taken", () => {
		const open = new Map([...known].map(([client, standing]) => [client, { ...standing, ...ana }]));
		expect(judgeUpdates([facts({ 8: [5, 6] })], open, ana).refusal).toBeNull();
	});
});
