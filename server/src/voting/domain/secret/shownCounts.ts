import { type DecisionRule, mergeSmall, type PollOption, StakeholderGroup } from "@crossroads/shared";
import { type ChoiceCount, type Tally, type TurnoutCell, tallyOf } from "../tally.ts";
import type { OpenedAnswer, OpenedPart } from "./pollBox.ts";

/** [V31] The counts of an opened box that may be shown: of a partner or group only if nobody's ballot shows through. */
export interface ShownCounts {
	readonly total: readonly ChoiceCount[];
	readonly byPartner: readonly { readonly partnerId: string; readonly counts: readonly ChoiceCount[] }[];
	readonly byGroup: readonly { readonly group: StakeholderGroup; readonly counts: readonly ChoiceCount[] }[];
}

/** What of an opened box may be told of one ballot: its partner, its group, or neither. Never both. */
interface Telling {
	/** Those that stand alone; the others are told together. */
	readonly partners: readonly string[];
	readonly groups: readonly StakeholderGroup[];
}

/** [V31] What may be told, by how many voted of each partner and group. */
export function tellingOf(rule: DecisionRule, turnout: readonly TurnoutCell[]): Telling {
	const cells = turnout.map(({ partnerId, group, ballots }) => ({ city: partnerId, group, ballots }));
	const { cities, groups } = mergeSmall(cells);
	const alone = (parts: readonly (readonly string[])[]) =>
		parts.filter((names) => names.length === 1).map(([name]) => name as string);
	return {
		partners: rule.needsMajorityOfCities ? alone(cities) : [],
		groups: rule.needsMajorityOfEveryGroup ? (alone(groups) as StakeholderGroup[]) : [],
	};
}

/** [V31] The counts that are shown of these answers. `options`: those that are counted live in a named poll. */
export function shownCountsOf(
	options: readonly PollOption[],
	answers: readonly OpenedAnswer[],
	{ partners, groups }: Telling,
): ShownCounts {
	const countsOf = (some: readonly OpenedAnswer[]) => choiceCountsOf(options, some);
	return {
		total: countsOf(answers),
		byPartner: partners.map((partnerId) => ({
			partnerId,
			counts: countsOf(answers.filter((answer) => answer.partnerId === partnerId)),
		})),
		byGroup: groups.map((group) => ({
			group,
			counts: countsOf(answers.filter((answer) => answer.group === group)),
		})),
	};
}

/** The tally of a published secret poll: its turnout, and the counts that are shown; of others none. */
export function withShownCounts(tally: Tally, { total, byPartner, byGroup }: ShownCounts): Tally {
	return {
		...tally,
		counts: total,
		byPartner: tally.byPartner.map((count) => ({
			...count,
			counts: byPartner.find(({ partnerId }) => partnerId === count.partnerId)?.counts ?? [],
		})),
		byGroup: tally.byGroup.map((count) => ({
			...count,
			counts: byGroup.find(({ group }) => group === count.group)?.counts ?? [],
		})),
	};
}

/**
 * [V31] The opened parts as they are kept: put together, but for those that may be told. Where the rule keeps partners and
 * groups apart, a ballot's partner and group together could single it out, and neither is kept.
 */
export function keptParts(parts: readonly OpenedPart[], { partners, groups }: Telling): OpenedPart[] {
	const tellsOne = partners.length === 0 || groups.length === 0;
	const kept = Map.groupBy(parts, ({ partnerId, group }) => {
		if (tellsOne && partnerId !== null && partners.includes(partnerId)) return partnerId;
		return tellsOne && group !== null && groups.includes(group) ? group : "all";
	});
	return [...kept].map(([part, some]) => ({
		part,
		partnerId: partners.find((partnerId) => partnerId === part) ?? null,
		group: groups.find((group) => group === part) ?? null,
		sealed: some.flatMap(({ sealed }) => sealed).sort(Buffer.compare),
		answers: some.flatMap(({ answers }) => answers).sort(),
		invalid: some.flatMap(({ invalid }) => invalid).sort(Buffer.compare),
	}));
}

function choiceCountsOf(options: readonly PollOption[], answers: readonly OpenedAnswer[]) {
	const place = { partnerId: "", group: StakeholderGroup.CITIZENS };
	const marks = answers.flatMap(({ answer }) =>
		answer.marks.map(({ option, value }) => ({ ...place, option, value, ballots: 1, weight: 1 })),
	);
	return tallyOf(options, [""], { turnout: [], marks }).counts;
}
