import type { Fraction, StakeholderGroup } from "@crossroads/shared";
import { byGroup, type GroupCounts, groups, type PanelRule, sizeOf } from "./PanelRule.ts";

/** The fewest and the most heads that a group may count in a balanced panel of a certain size. */
export interface GroupBounds {
	readonly fewest: number;
	readonly most: number;
}

/** floor(size × share) and ceil(size × share), exact. */
export function boundsOf(size: number, { numerator, denominator }: Fraction): GroupBounds {
	const product = size * numerator;
	const rest = product % denominator;
	const fewest = (product - rest) / denominator;
	return { fewest, most: rest === 0 ? fewest : fewest + 1 };
}

/** [N1] Whether every group counts at least the fewest and at most the most of its share. An empty panel does. */
export function isBalanced(counts: GroupCounts, rule: PanelRule): boolean {
	const size = sizeOf(counts);
	return groups.every((group) => {
		const { fewest, most } = boundsOf(size, rule[group]);
		return fewest <= counts[group] && counts[group] <= most;
	});
}

/**
 * [N2] The gap: how many to add to each group so that the panel is balanced by adding the fewest in all. All zero
 * for a balanced panel. Nobody is ever asked to leave. Where several answers add equally few, the group that is
 * furthest below its share gets the head, then the one that is shown first. `rule` must be a panel rule
 * (`isPanelRule`): then a size that is balanced is always found.
 */
export function gapOf(counts: GroupCounts, rule: PanelRule): GroupCounts {
	for (let size = sizeOf(counts); ; size += 1) {
		const target = targetOf(size, counts, rule);
		if (target) return byGroup((group) => target[group] - counts[group]);
	}
}

/** A balanced panel of this size that contains the counts, or null if there is none. */
function targetOf(size: number, counts: GroupCounts, rule: PanelRule): GroupCounts | null {
	const bounds = (group: StakeholderGroup) => boundsOf(size, rule[group]);
	if (groups.some((group) => counts[group] > bounds(group).most)) return null;
	const least = byGroup((group) => Math.max(counts[group], bounds(group).fewest));
	const open = size - sizeOf(least);
	if (open < 0) return null;
	const takers = groups
		.filter((group) => least[group] < bounds(group).most)
		.sort((a, b) => shortfall(b, least, size, rule) - shortfall(a, least, size, rule))
		.slice(0, open);
	return byGroup((group) => least[group] + (takers.includes(group) ? 1 : 0));
}

/** How far a group stands below its exact share; only compared, so a division does no harm. */
function shortfall(group: StakeholderGroup, counts: GroupCounts, size: number, rule: PanelRule): number {
	const { numerator, denominator } = rule[group];
	return (size * numerator) / denominator - counts[group];
}
