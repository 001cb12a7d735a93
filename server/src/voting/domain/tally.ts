import { BallotChoice, StakeholderGroup } from "@crossroads/shared";

/** Electors of one partner and group who answered alike; choice null: those who have not voted. */
export interface TallyCell {
	readonly partnerId: string;
	readonly group: StakeholderGroup;
	readonly choice: BallotChoice | null;
	readonly count: number;
}

export interface ChoiceCount {
	readonly choice: BallotChoice;
	readonly count: number;
}

/** The count of some of the electors: all, a partner's, a group's. Every choice is listed, also with 0. */
export interface Count {
	readonly cast: number;
	readonly electorateSize: number;
	readonly counts: readonly ChoiceCount[];
}

/** The count of a poll, whole and by partner and group. Partners come in the order of their ids. */
export interface Tally extends Count {
	readonly byPartner: readonly (Count & { readonly partnerId: string })[];
	readonly byGroup: readonly (Count & { readonly group: StakeholderGroup })[];
}

/** The tally of these cells; cells may come in any order and more than once. Groups without electors are listed. */
export function tallyOf(cells: readonly TallyCell[]): Tally {
	const partnerIds = [...new Set(cells.map(({ partnerId }) => partnerId))].sort();
	const ofPartner = (id: string) => cells.filter(({ partnerId }) => partnerId === id);
	const ofGroup = (group: StakeholderGroup) => cells.filter((cell) => cell.group === group);
	return {
		...countOf(cells),
		byPartner: partnerIds.map((partnerId) => ({ partnerId, ...countOf(ofPartner(partnerId)) })),
		byGroup: Object.values(StakeholderGroup).map((group) => ({ group, ...countOf(ofGroup(group)) })),
	};
}

/** How many chose this. */
export function votesFor(choice: BallotChoice, { counts }: Count): number {
	return counts.find((entry) => entry.choice === choice)?.count ?? 0;
}

function countOf(cells: readonly TallyCell[]): Count {
	return {
		cast: sum(cells.filter(({ choice }) => choice !== null)),
		electorateSize: sum(cells),
		counts: Object.values(BallotChoice).map((choice) => ({
			choice,
			count: sum(cells.filter((cell) => cell.choice === choice)),
		})),
	};
}

function sum(cells: readonly TallyCell[]): number {
	return cells.reduce((total, { count }) => total + count, 0);
}
