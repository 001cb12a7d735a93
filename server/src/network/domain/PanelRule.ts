import { type Fraction, StakeholderGroup } from "@crossroads/shared";

/** The groups in the order in which they are shown and in which ties are decided. */
export const groups = Object.values(StakeholderGroup);

/** A number of heads for each group. */
export type GroupCounts = Readonly<Record<StakeholderGroup, number>>;

/** The composition that a network's panels aim at: a share for each group, together exactly one, none of them zero. */
export type PanelRule = Readonly<Record<StakeholderGroup, Fraction>>;

/** A third for each group: the rule of a network that states no other. */
export const thirds: PanelRule = {
	CITIZENS: { numerator: 1, denominator: 3 },
	CIVIL_SOCIETY: { numerator: 1, denominator: 3 },
	AUTHORITIES_AND_EXPERTS: { numerator: 1, denominator: 3 },
};

/** Whether these shares can be aimed at: each more than nothing, together exactly one. Whole numbers only. */
export function isPanelRule(rule: PanelRule): boolean {
	const shares = groups.map((group) => rule[group]);
	if (shares.some(({ numerator, denominator }) => numerator < 1 || denominator < 1)) return false;
	const common = shares.reduce((product, { denominator }) => product * denominator, 1);
	const sum = shares.reduce((total, share) => total + share.numerator * (common / share.denominator), 0);
	return sum === common;
}

/** How many heads there are in all groups together. */
export function sizeOf(counts: GroupCounts): number {
	return groups.reduce((sum, group) => sum + counts[group], 0);
}

/** One value for each group, made by asking for each. */
export function byGroup<Value>(
	valueFor: (group: StakeholderGroup) => Value,
): Readonly<Record<StakeholderGroup, Value>> {
	return {
		CITIZENS: valueFor(StakeholderGroup.CITIZENS),
		CIVIL_SOCIETY: valueFor(StakeholderGroup.CIVIL_SOCIETY),
		AUTHORITIES_AND_EXPERTS: valueFor(StakeholderGroup.AUTHORITIES_AND_EXPERTS),
	};
}
