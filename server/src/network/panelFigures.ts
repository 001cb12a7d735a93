import type { StakeholderGroup } from "@crossroads/shared";
import { boundsOf, gapOf, isBalanced } from "./domain/balance.ts";
import { activeCounts, historyOf, type PanelMoment } from "./domain/history.ts";
import { groups, sizeOf } from "./domain/PanelRule.ts";
import type { MembershipRow, PanelRuleOfNetwork } from "./ports.ts";

/** A panel in numbers: nothing of any person. */
export interface PanelFigures {
	readonly size: number;
	readonly groups: readonly PanelGroupFigures[];
	readonly isBalanced: boolean;
	readonly history: readonly PanelMoment[];
}

/** One group of a panel in numbers. */
export interface PanelGroupFigures {
	readonly group: StakeholderGroup;
	readonly count: number;
	readonly fewest: number;
	readonly most: number;
	readonly toAdd: number;
	readonly means: string | null;
}

/** Balance, gap and history of a panel, derived from its memberships and its network's rule. */
export function panelFigures(
	memberships: readonly MembershipRow[],
	{ rule, means }: PanelRuleOfNetwork,
): PanelFigures {
	const counts = activeCounts(memberships);
	const size = sizeOf(counts);
	const gap = gapOf(counts, rule);
	return {
		size,
		isBalanced: isBalanced(counts, rule),
		history: historyOf(memberships, rule),
		groups: groups.map((group) => ({
			group,
			count: counts[group],
			...boundsOf(size, rule[group]),
			toAdd: gap[group],
			means: means[group],
		})),
	};
}
