import { BEST_GRADE } from "../answer.ts";
import type { PollSettings } from "../pollMethod.ts";
import { isEmpty, rowsOf, type WeightedBallot } from "./ballots.ts";
import type { MedianRun, Medians } from "./CountResult.ts";
import { firstOf, levelsBy } from "./ranking.ts";

/**
 * Majority judgment (M. Balinski and R. Laraki, "Majority Judgment", MIT Press 2010): the option with the highest
 * median grade wins, the lower of the two middlemost where their number is even. Equal medians are taken off one by
 * one, and the next ones compared; options with the same grades throughout are level, and the tie is said. Ballots that
 * grade nothing abstain; others reject what they leave out.
 */
export function countMajorityJudgment(settings: PollSettings, ballots: readonly WeightedBallot[]) {
	const rows = rowsOf(settings, ballots).filter((row) => !isEmpty(row));
	const options = settings.options.map(({ key }, place) => {
		const grades = new Array<number>(BEST_GRADE).fill(0);
		for (const { values, weight } of rows) {
			const step = Math.max(values[place] ?? 0, 1) - 1;
			grades[step] = (grades[step] ?? 0) + weight;
		}
		const value = majorityValue(grades);
		return { option: key, grades, median: value[0]?.lower ?? 0, value };
	});
	const ranking = levelsBy(
		options.map(({ option }) => option),
		(one, other) => isHigher(options[one]?.value ?? [], options[other]?.value ?? []),
	);
	const working: Medians = { kind: "MEDIANS", options };
	return { ...firstOf(ranking, rows.length > 0), ranking, working };
}

/**
 * The medians in the order in which they come off. Taking off the lower middlemost grade again and again goes outwards
 * from the middle, one step down and one step up in turn: pairs of grades that change only where one of the two sides
 * runs out of a grade. So the value of a whole electorate is a dozen runs.
 */
function majorityValue(grades: readonly number[]): readonly MedianRun[] {
	const total = grades.reduce((sum, count) => sum + count, 0);
	const isOdd = total % 2 === 1;
	const half = (total - (isOdd ? 1 : 0)) / 2;
	const down = outwards(grades, half);
	const up = outwards([...grades].reverse(), half).map(({ step, count }) => ({
		step: grades.length + 1 - step,
		count,
	}));
	const middle = isOdd ? [middleOf(grades, half)] : [];
	return [...middle, ...zipRuns(down, up)];
}

interface Run {
	readonly step: number;
	readonly count: number;
}

/** The lowest `half` grades as runs, from the middle down. */
function outwards(grades: readonly number[], half: number): readonly Run[] {
	const runs: Run[] = [];
	let left = half;
	grades.forEach((count, place) => {
		const taken = Math.min(count, left);
		if (taken > 0) runs.unshift({ step: place + 1, count: taken });
		left -= taken;
	});
	return runs;
}

/** The one grade that has `half` grades on either side. */
function middleOf(grades: readonly number[], half: number): MedianRun {
	let below = 0;
	const place = grades.findIndex((count) => {
		below += count;
		return below > half;
	});
	return { lower: place + 1, upper: place + 1, times: 1 };
}

function zipRuns(down: readonly Run[], up: readonly Run[]): readonly MedianRun[] {
	const runs: MedianRun[] = [];
	const [downs, ups] = [[...down], [...up]];
	for (let [lower, upper] = [downs.shift(), ups.shift()]; lower && upper; ) {
		const times = Math.min(lower.count, upper.count);
		runs.push({ lower: lower.step, upper: upper.step, times });
		lower = lower.count > times ? { ...lower, count: lower.count - times } : downs.shift();
		upper = upper.count > times ? { ...upper, count: upper.count - times } : ups.shift();
	}
	return runs;
}

/** Whether the first value is higher: at the first place where they differ. Both are of the same number of grades. */
function isHigher(one: readonly MedianRun[], other: readonly MedianRun[]): boolean {
	const [ones, others] = [[...one], [...other]];
	for (let [a, b] = [ones.shift(), others.shift()]; a && b; ) {
		if (a.lower !== b.lower) return a.lower > b.lower;
		if (a.upper !== b.upper) return a.upper > b.upper;
		const times = Math.min(a.times, b.times);
		a = a.times > times ? { ...a, times: a.times - times } : ones.shift();
		b = b.times > times ? { ...b, times: b.times - times } : others.shift();
	}
	return false;
}
