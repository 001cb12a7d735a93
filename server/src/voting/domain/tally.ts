import {
	isRanked,
	type OptionKey,
	type PollOption,
	type PollSettings,
	StakeholderGroup,
} from "@crossroads/shared";

/** How many electors of one partner and group there are, and how many of them have voted. */
export interface TurnoutCell {
	readonly partnerId: string;
	readonly group: StakeholderGroup;
	readonly electors: number;
	readonly ballots: number;
}

/** How many ballots of one partner and group give one option one value, and with what weight. */
export interface MarkCell {
	readonly partnerId: string;
	readonly group: StakeholderGroup;
	readonly option: OptionKey;
	readonly value: number;
	readonly ballots: number;
	readonly weight: number;
}

/** The ballots that give an option the same value. */
export interface ValueCount {
	readonly value: number;
	readonly ballots: number;
	readonly weight: number;
}

export interface ChoiceCount {
	/** The option's key. */
	readonly choice: OptionKey;
	/** Ballots that mark it, with whatever value. */
	readonly count: number;
	/** The sum of value times weight: votes, approvals, scores or dots. */
	readonly points: number;
	/** By ascending value; only values that occur. */
	readonly values: readonly ValueCount[];
}

/** The count of some of the electors: all, a partner's, a group's. Every option is listed, also with 0. */
export interface Count {
	readonly cast: number;
	readonly electorateSize: number;
	readonly counts: readonly ChoiceCount[];
}

/** The count of a poll, whole and by partner and group. Every group is listed, and every partner that was given. */
export interface Tally extends Count {
	readonly byPartner: readonly (Count & { readonly partnerId: string })[];
	readonly byGroup: readonly (Count & { readonly group: StakeholderGroup })[];
}

/** What a tally is made of; cells may come in any order. */
export interface TallyCells {
	readonly turnout: readonly TurnoutCell[];
	readonly marks: readonly MarkCell[];
}

/** The tally of these cells; partners come in the order of `partnerIds`. */
export function tallyOf(
	options: readonly PollOption[],
	partnerIds: readonly string[],
	{ turnout, marks }: TallyCells,
): Tally {
	const whole = new Counter(options);
	const byPartner = new Map(partnerIds.map((id) => [id, new Counter(options)]));
	const groups = Object.values(StakeholderGroup);
	const byGroup = new Map(groups.map((group) => [group, new Counter(options)]));
	const countersOf = ({ partnerId, group }: TurnoutCell | MarkCell) => [
		whole,
		byPartner.get(partnerId) as Counter,
		byGroup.get(group) as Counter,
	];
	for (const cell of turnout) for (const counter of countersOf(cell)) counter.addTurnout(cell);
	for (const cell of marks) for (const counter of countersOf(cell)) counter.addMarks(cell);
	return {
		...whole.count(),
		byPartner: Array.from(byPartner, ([partnerId, counter]) => ({ partnerId, ...counter.count() })),
		byGroup: Array.from(byGroup, ([group, counter]) => ({ group, ...counter.count() })),
	};
}

/**
 * [V15] The options that a tally counts: none of a ranked poll, which would show a leader where there is none. What a
 * rank is worth is only known when all ballots are counted.
 */
export function talliedOptions({ method, options }: Pick<PollSettings, "method" | "options">) {
	return isRanked(method) ? [] : options;
}

/** Adds cells up, in one pass over them. */
class Counter {
	#cast = 0;
	#electors = 0;
	readonly #values: Map<OptionKey, Map<number, { ballots: number; weight: number }>>;

	constructor(options: readonly PollOption[]) {
		this.#values = new Map(options.map(({ key }) => [key, new Map()]));
	}

	addTurnout({ electors, ballots }: TurnoutCell): void {
		this.#electors += electors;
		this.#cast += ballots;
	}

	addMarks({ option, value, ballots, weight }: MarkCell): void {
		const values = this.#values.get(option);
		const before = values?.get(value);
		values?.set(value, {
			ballots: ballots + (before?.ballots ?? 0),
			weight: weight + (before?.weight ?? 0),
		});
	}

	count(): Count {
		const counts = Array.from(this.#values, ([choice, byValue]) => choiceCount(choice, byValue));
		return { cast: this.#cast, electorateSize: this.#electors, counts };
	}
}

function choiceCount(
	choice: OptionKey,
	byValue: ReadonlyMap<number, { readonly ballots: number; readonly weight: number }>,
): ChoiceCount {
	const values = Array.from(byValue, ([value, sums]) => ({ value, ...sums }));
	values.sort((one, other) => one.value - other.value);
	let [count, points] = [0, 0];
	for (const { value, ballots, weight } of values) {
		count += ballots;
		points += value * weight;
	}
	return { choice, count, points, values };
}
