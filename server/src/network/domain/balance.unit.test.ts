import type { StakeholderGroup } from "@crossroads/shared";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { boundsOf, gapOf, isBalanced } from "./balance.ts";
import {
	byGroup,
	type GroupCounts,
	groups,
	isPanelRule,
	type PanelRule,
	sizeOf,
	thirds,
} from "./PanelRule.ts";

const counts = (citizens: number, civil: number, experts: number): GroupCounts => ({
	CITIZENS: citizens,
	CIVIL_SOCIETY: civil,
	AUTHORITIES_AND_EXPERTS: experts,
});

const rule = (citizens: number, civil: number, experts: number): PanelRule => {
	const denominator = citizens + civil + experts;
	return {
		CITIZENS: { numerator: citizens, denominator },
		CIVIL_SOCIETY: { numerator: civil, denominator },
		AUTHORITIES_AND_EXPERTS: { numerator: experts, denominator },
	};
};

describe("[N1] a panel", () => {
	test.each([
		[0, 0, 0, true],
		[1, 0, 0, true],
		[2, 0, 0, false],
		[1, 1, 0, true],
		[3, 3, 3, true],
		[4, 3, 3, true],
		[4, 4, 2, false],
		[5, 3, 3, false],
		[4, 4, 3, true],
	])("of %i, %i and %i is balanced in thirds: %j", (citizens, civil, experts, expected) => {
		expect(isBalanced(counts(citizens, civil, experts), thirds)).toBe(expected);
	});

	test("is measured by its own network's shares", () => {
		expect(isBalanced(counts(5, 3, 2), rule(5, 3, 2))).toBe(true);
		expect(isBalanced(counts(4, 3, 3), rule(5, 3, 2))).toBe(false);
	});
});

describe("[N2] the gap", () => {
	test.each([
		[counts(3, 3, 3), counts(0, 0, 0)],
		[counts(5, 3, 3), counts(0, 1, 1)],
		[counts(4, 4, 2), counts(0, 0, 1)],
		[counts(6, 2, 1), counts(0, 3, 4)],
		[counts(2, 0, 0), counts(0, 1, 1)],
	])("of %j is %j", (panel, expected) => {
		expect(gapOf(panel, thirds)).toEqual(expected);
	});

	test("gives a spare head to the group that is furthest below its share, then to the first shown", () => {
		expect(gapOf(counts(3, 0, 1), rule(2, 1, 1))).toEqual(counts(0, 1, 0));
		expect(gapOf(counts(0, 3, 0), rule(2, 4, 2))).toEqual(counts(1, 0, 1));
	});

	const panels = fc.tuple(fc.nat(20), fc.nat(20), fc.nat(20)).map(([a, b, c]) => counts(a, b, c));
	const parts = fc.integer({ min: 1, max: 12 });
	const rules = fc.tuple(parts, parts, parts).map(([a, b, c]) => rule(a, b, c));

	test("makes every panel balanced under every rule, and asks nobody to leave", () => {
		fc.assert(
			fc.property(panels, rules, (panel, shares) => {
				const gap = gapOf(panel, shares);
				expect(groups.every((group) => gap[group] >= 0)).toBe(true);
				expect(isBalanced(add(panel, gap), shares)).toBe(true);
			}),
		);
	});

	test("is the smallest there is: no smaller addition balances the panel", () => {
		const small = fc.tuple(fc.nat(6), fc.nat(6), fc.nat(6)).map(([a, b, c]) => counts(a, b, c));
		fc.assert(
			fc.property(small, rules, (panel, shares) => {
				const total = sizeOf(gapOf(panel, shares));
				for (const addition of additionsBelow(Math.min(total, 12))) {
					expect(isBalanced(add(panel, addition), shares)).toBe(false);
				}
			}),
			{ numRuns: 60 },
		);
	});

	test("is nothing exactly when the panel is balanced", () => {
		fc.assert(
			fc.property(panels, rules, (panel, shares) => {
				expect(sizeOf(gapOf(panel, shares)) === 0).toBe(isBalanced(panel, shares));
			}),
		);
	});
});

describe("the bounds", () => {
	test("lie around the exact share and are at most one apart", () => {
		fc.assert(
			fc.property(fc.nat(10_000), fc.integer({ min: 1, max: 50 }), fc.nat(50), (size, numerator, more) => {
				const { fewest, most } = boundsOf(size, { numerator, denominator: numerator + more });
				expect(fewest * (numerator + more)).toBeLessThanOrEqual(size * numerator);
				expect(most * (numerator + more)).toBeGreaterThanOrEqual(size * numerator);
				expect(most - fewest).toBeLessThanOrEqual(1);
			}),
		);
	});
});

test.each([
	[thirds, true],
	[rule(5, 3, 2), true],
	[rule(1, 1, 0), false],
	[{ ...thirds, CITIZENS: { numerator: 1, denominator: 2 } }, false],
])("%j is a rule for panels: %j", (shares, expected) => {
	expect(isPanelRule(shares)).toBe(expected);
});

function add(panel: GroupCounts, addition: GroupCounts): GroupCounts {
	return byGroup((group: StakeholderGroup) => panel[group] + addition[group]);
}

function* additionsBelow(total: number): Generator<GroupCounts> {
	for (let a = 0; a < total; a += 1)
		for (let b = 0; a + b < total; b += 1) for (let c = 0; a + b + c < total; c += 1) yield counts(a, b, c);
}
