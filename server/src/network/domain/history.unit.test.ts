import type { StakeholderGroup } from "@crossroads/shared";
import fc from "fast-check";
import { expect, test } from "vitest";
import { activeCounts, historyOf, type MembershipInterval } from "./history.ts";
import { groups, sizeOf, thirds } from "./PanelRule.ts";

const member = (
	group: StakeholderGroup,
	joinedOn: string,
	leftOn: string | null = null,
): MembershipInterval => ({ group, joinedOn, leftOn });

test("[N3] the history has a moment for every day on which the counts changed", () => {
	const history = historyOf(
		[
			member("CITIZENS", "2017-10-05"),
			member("CIVIL_SOCIETY", "2017-10-05"),
			member("CITIZENS", "2017-11-01", "2018-02-01"),
			member("AUTHORITIES_AND_EXPERTS", "2018-02-01"),
		],
		thirds,
	);
	expect(history.map(({ on, size, isBalanced }) => [on, size, isBalanced])).toEqual([
		["2017-10-05", 2, true],
		["2017-11-01", 3, false],
		["2018-02-01", 3, true],
	]);
});

test("[N3] somebody who joined and left on one day was never counted", () => {
	expect(historyOf([member("CITIZENS", "2018-01-01", "2018-01-01")], thirds)).toEqual([]);
});

test("[N3] a change of persons within a group on one day is no change of the panel", () => {
	const history = historyOf(
		[member("CITIZENS", "2018-01-01", "2018-03-01"), member("CITIZENS", "2018-03-01")],
		thirds,
	);
	expect(history.map(({ on }) => on)).toEqual(["2018-01-01"]);
});

test("[N3] the last moment shows the panel of those who have not left", () => {
	const day = fc
		.integer({ min: 0, max: 999 })
		.map((n) => new Date(Date.UTC(2018, 0, 1 + n)).toISOString().slice(0, 10));
	const interval = fc
		.tuple(fc.constantFrom(...groups), day, fc.option(day))
		.map(([group, a, b]) => (b === null ? member(group, a) : member(group, a < b ? a : b, a < b ? b : a)));
	fc.assert(
		fc.property(fc.array(interval, { maxLength: 25 }), (intervals) => {
			const last = historyOf(intervals, thirds).at(-1);
			const active = activeCounts(intervals);
			expect(last?.size ?? 0).toBe(sizeOf(active));
			if (last) expect(last.counts).toEqual(active);
		}),
	);
});
