import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inserted, moved, placeAfterCurrent, removed } from "./agendaOrder.ts";
import { isAgendaItem } from "./isAgendaItem.ts";
import { isSpent, joinBudgets } from "./joinBudget.ts";
import { countPresence } from "./presenceCounts.ts";

describe("the agenda's order", () => {
	test.each([
		["a", 0, "abcd"],
		["a", 1, "bacd"],
		["a", 3, "bcda"],
		["d", 0, "dabc"],
		["c", 2, "abcd"],
		["b", 99, "acdb"],
		["b", -1, "bacd"],
	])("moving %s to %i gives %s", (id, index, expected) => {
		expect(moved([..."abcd"], id, index).join("")).toBe(expected);
	});

	test("moving loses, doubles and reorders nothing else", () => {
		const orders = fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 12 });
		fc.assert(
			fc.property(orders, fc.nat(11), fc.integer({ min: -3, max: 15 }), (order, place, index) => {
				const id = order[place % order.length] as string;
				const after = moved(order, id, index);
				expect(removed(after, id)).toEqual(removed(order, id));
				expect(after.indexOf(id)).toBe(Math.min(Math.max(index, 0), order.length - 1));
			}),
		);
	});

	test("what comes next stands directly after the current item, else at the end", () => {
		expect(inserted([..."abc"], "x", placeAfterCurrent([..."abc"], "a")).join("")).toBe("axbc");
		expect(inserted([..."abc"], "x", placeAfterCurrent([..."abc"], null)).join("")).toBe("abcx");
		expect(inserted([..."abc"], "x", placeAfterCurrent([..."abc"], "z")).join("")).toBe("abcx");
	});
});

describe("an agenda item", () => {
	test.each([
		["Opening", null, true],
		["Opening", 15, true],
		["", null, false],
		["   ", null, false],
		["x".repeat(301), null, false],
		["Open\u0000ing", null, false],
		["Open\ud800ing", null, false],
		["Opening", 0, false],
		["Opening", 1_441, false],
		["Opening", 1.5, false],
	])("%j of %j minutes can stand on an agenda: %j", (title, minutes, expected) => {
		expect(isAgendaItem({ title, minutes })).toBe(expected);
	});
});

test("presence is summed by partner and by group, empty groups too", () => {
	const counts = countPresence([
		{ partnerId: "alda", group: "CITIZENS", present: 1, entitled: 2 },
		{ partnerId: "alda", group: "CIVIL_SOCIETY", present: 0, entitled: 1 },
		{ partnerId: "delft", group: "CITIZENS", present: 1, entitled: 1 },
	]);
	expect(counts).toEqual({
		present: 2,
		entitled: 4,
		byPartner: [
			{ partnerId: "alda", present: 1, entitled: 3 },
			{ partnerId: "delft", present: 1, entitled: 1 },
		],
		byGroup: [
			{ group: "CITIZENS", present: 2, entitled: 3 },
			{ group: "CIVIL_SOCIETY", present: 0, entitled: 1 },
			{ group: "AUTHORITIES_AND_EXPERTS", present: 0, entitled: 0 },
		],
	});
});

test.each([
	[4, false],
	[5, true],
	[6, true],
])("[A8] after %i wrong digits a delegate is refused: %j", (used, expected) => {
	const [quarterOfAnHour] = joinBudgets.delegate;
	expect(quarterOfAnHour && isSpent(quarterOfAnHour, used)).toBe(expected);
});
