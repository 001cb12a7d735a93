import { describe, expect, test } from "vitest";
import { fewestFor } from "./Fraction.ts";
import {
	type CastSituation,
	checkMajorityOfCities,
	checkMajorityOfPersons,
	checkQuorum,
	isFraction,
	mayCast,
	requirementsOf,
} from "./index.ts";

const half = { numerator: 1, denominator: 2 };

describe("the quorum [V10]", () => {
	test.each([
		// present, entitled, share, needed, isMet
		[21, 30, half, 15, true],
		[15, 30, half, 15, true],
		[14, 30, half, 15, false],
		[15, 31, half, 16, false],
		[16, 31, half, 16, true],
		[20, 30, { numerator: 2, denominator: 3 }, 20, true],
		[19, 30, { numerator: 2, denominator: 3 }, 20, false],
		[67, 100, { numerator: 2, denominator: 3 }, 67, true],
		[66, 100, { numerator: 2, denominator: 3 }, 67, false],
		[1, 30, { numerator: 0, denominator: 1 }, 0, true],
		[30, 30, { numerator: 1, denominator: 1 }, 30, true],
		[29, 30, { numerator: 1, denominator: 1 }, 30, false],
		[2_000_000_001, 3_000_000_000, { numerator: 667, denominator: 1_000 }, 2_001_000_000, false],
	])("with %i of %i present and a share of %o needs %i: met %s", (have, of, share, needed, isMet) => {
		expect(checkQuorum(have, of, share)).toEqual({ kind: "QUORUM", isMet, have, of, needed });
	});
});

describe("the majorities [V11] [V12]", () => {
	test.each([
		// yes, no, needed, isMet
		[0, 0, 1, false],
		[1, 0, 1, true],
		[0, 1, 1, false],
		[10, 10, 11, false],
		[11, 10, 11, true],
		[10, 11, 11, false],
		[1, 1, 2, false],
	])("with %i yes and %i no needs %i yes: met %s", (yes, no, needed, isMet) => {
		const kind = "MAJORITY_OF_PERSONS";
		expect(checkMajorityOfPersons(yes, no)).toEqual({ kind, isMet, have: yes, of: yes + no, needed });
	});

	test.each([
		// for, cities, needed, isMet
		[5, 10, 6, false],
		[6, 10, 6, true],
		[5, 9, 5, true],
		[4, 9, 5, false],
		[0, 0, 1, false],
		[1, 1, 1, true],
	])("with %i of %i cities for needs %i: met %s", (have, of, needed, isMet) => {
		expect(checkMajorityOfCities(have, of)).toEqual({ kind: "MAJORITY_OF_CITIES", isMet, have, of, needed });
	});
});

test("a rule lists what it asks for, and no quorum of nothing", () => {
	const rule = { quorum: half, needsMajorityOfCities: true, allowsBallotChange: false };
	const kinds = (changed: Partial<typeof rule>) =>
		requirementsOf({ ...rule, ...changed }, "YES_NO_ABSTAIN").map(({ kind }) => kind);
	const scored = requirementsOf({ ...rule, needsMajorityOfCities: false }, "SCORE");
	expect(scored.map(({ kind }) => kind)).toEqual(["QUORUM", "CLEAR_CHOICE"]);
	expect(kinds({})).toEqual(["QUORUM", "MAJORITY_OF_PERSONS", "MAJORITY_OF_CITIES"]);
	expect(kinds({ needsMajorityOfCities: false })).toEqual(["QUORUM", "MAJORITY_OF_PERSONS"]);
	expect(kinds({ quorum: { numerator: 0, denominator: 1 } })).toEqual([
		"MAJORITY_OF_PERSONS",
		"MAJORITY_OF_CITIES",
	]);
});

test.each([
	[{ numerator: 1, denominator: 2 }, true],
	[{ numerator: 0, denominator: 1 }, true],
	[{ numerator: 1_000, denominator: 1_000 }, true],
	[{ numerator: 2, denominator: 1 }, false],
	[{ numerator: -1, denominator: 2 }, false],
	[{ numerator: 0, denominator: 0 }, false],
	[{ numerator: 1, denominator: 1_001 }, false],
	[{ numerator: 0.5, denominator: 1 }, false],
	[{ numerator: Number.NaN, denominator: 1 }, false],
	[{ numerator: 2 ** 31, denominator: 2 ** 31 }, false],
])("%o is a share: %s", (share, expected) => {
	expect(isFraction(share)).toBe(expected);
});

test("the fewest for a share is exact where division is not", () => {
	expect(fewestFor(49, { numerator: 1, denominator: 49 })).toBe(1);
	expect(fewestFor(9_007_199_254, { numerator: 999, denominator: 1_000 })).toBe(8_998_192_055);
});

describe("who may cast [V4] [V5] [V6] [V8]", () => {
	const voter: CastSituation = {
		state: "OPEN",
		allowsBallotChange: false,
		isElector: true,
		hasBallot: false,
	};
	test.each([
		[{}, "first"],
		[{ hasBallot: true }, "already-voted"],
		[{ hasBallot: true, allowsBallotChange: true }, "change"],
		[{ isElector: false }, "not-an-elector"],
		[{ state: "PREPARED" }, "poll-not-open"],
		[{ state: "CLOSED" }, "poll-closed"],
		[{ state: "PUBLISHED", hasBallot: true, allowsBallotChange: true }, "poll-closed"],
		[{ state: "CLOSED", isElector: false }, "poll-closed"],
	] as const)("%o: %s", (changed, expected) => {
		expect(mayCast({ ...voter, ...changed })).toBe(expected);
	});
});
