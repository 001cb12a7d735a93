import type { StakeholderGroup } from "@crossroads/shared";
import { isBalanced } from "./balance.ts";
import { byGroup, type GroupCounts, type PanelRule, sizeOf } from "./PanelRule.ts";

/** From when to when somebody stood for a group in a panel. Dates as "YYYY-MM-DD". */
export interface MembershipInterval {
	readonly group: StakeholderGroup;
	/** The first day of the membership. */
	readonly joinedOn: string;
	/** The first day without it; null while it lasts. */
	readonly leftOn: string | null;
}

/** How a panel was made up from a day on, until the next moment. */
export interface PanelMoment {
	readonly on: string;
	readonly size: number;
	readonly counts: GroupCounts;
	readonly isBalanced: boolean;
}

/** [N3] The headcount by group of those who have not left. */
export function activeCounts(intervals: readonly MembershipInterval[]): GroupCounts {
	return countOf(intervals.filter(({ leftOn }) => leftOn === null));
}

/**
 * [N3] The panel's history: a moment for every day on which its counts changed, oldest first. Derived from the
 * memberships alone; somebody who joined and left on one day was never counted.
 */
export function historyOf(intervals: readonly MembershipInterval[], rule: PanelRule): PanelMoment[] {
	const days = new Set(
		intervals.flatMap(({ joinedOn, leftOn }) => (leftOn ? [joinedOn, leftOn] : [joinedOn])),
	);
	const moments = [...days].sort().map((on) => momentOf(on, intervals, rule));
	return moments.filter((moment, place) => isChange(moment, moments[place - 1]));
}

function momentOf(on: string, intervals: readonly MembershipInterval[], rule: PanelRule): PanelMoment {
	const counts = countOf(intervals.filter((interval) => isActive(interval, on)));
	return { on, size: sizeOf(counts), counts, isBalanced: isBalanced(counts, rule) };
}

function isActive({ joinedOn, leftOn }: MembershipInterval, on: string): boolean {
	return joinedOn <= on && (leftOn === null || on < leftOn);
}

function isChange(moment: PanelMoment, before: PanelMoment | undefined): boolean {
	if (!before) return moment.size > 0;
	return Object.entries(moment.counts).some(
		([group, count]) => before.counts[group as StakeholderGroup] !== count,
	);
}

function countOf(intervals: readonly MembershipInterval[]): GroupCounts {
	return byGroup((wanted) => intervals.filter(({ group }) => group === wanted).length);
}
