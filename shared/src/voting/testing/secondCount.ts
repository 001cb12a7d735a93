import type { PollCase } from "./pollCases.ts";
import type { SecondBallot, SecondResult } from "./SecondResult.ts";
import { secondRunoff } from "./secondRunoff.ts";
import { secondTransfer } from "./secondTransfer.ts";

/**
 * Every method counted a second time, sharing no code with the first: by the definitions, slowly, with big integers.
 * The verifier has a third of its own.
 */
export function secondCount(poll: PollCase): SecondResult {
	let [cast, abstained] = [0n, 0n];
	for (const { answer, weight } of poll.ballots) {
		cast += BigInt(weight);
		if (answer.marks.length === 0 || answer.marks[0]?.option === "ABSTAIN") abstained += BigInt(weight);
	}
	return { cast: Number(cast), abstained: Number(abstained), ...secondResult(poll) };
}

function secondResult({ settings, ballots, lotSeed }: PollCase): SecondResult {
	const options = settings.options.map(({ key }) => key);
	const said = ballots.map(({ answer, weight }) => ({
		values: Object.fromEntries(answer.marks.map(({ option, value }) => [option, value])),
		weight: BigInt(weight),
	}));
	switch (settings.method) {
		case "CONSENT":
			return secondConsent(said);
		case "SCHULZE":
			return byWinning(options, said, schulzeBeats(options, said));
		case "MAJORITY_JUDGMENT":
			return byWinning(options, said, judgmentBeats(said));
		case "INSTANT_RUNOFF":
			return secondRunoff(options, said);
		case "SINGLE_TRANSFERABLE_VOTE":
			return secondTransfer(options, said, settings.seats ?? 0, lotSeed);
		default:
			return secondSums(
				options.filter((option) => option !== "ABSTAIN"),
				said,
			);
	}
}

type Beats = (one: string, other: string) => boolean;

/** Whoever nobody left beats stands in the next level. */
function byWinning(options: readonly string[], ballots: readonly SecondBallot[], beats: Beats): SecondResult {
	const ranking: string[][] = [];
	const left = new Set(options);
	while (left.size > 0) {
		const level = [...left].filter((one) => ![...left].some((other) => beats(other, one)));
		ranking.push(level.sort());
		for (const option of level) left.delete(option);
	}
	const saysAnything = ballots.some(({ values }) => Object.keys(values).length > 0);
	const winners = saysAnything ? (ranking[0] ?? []) : [];
	return { winners, isTie: winners.length > 1, ranking };
}

function secondSums(options: readonly string[], ballots: readonly SecondBallot[]): SecondResult {
	const sumOf = (option: string) =>
		ballots.reduce((sum, { values, weight }) => sum + weight * BigInt(values[option] ?? 0), 0n);
	const sums = [...new Set(options.map(sumOf))].sort((a, b) => (a > b ? -1 : 1));
	const ranking = sums.map((sum) => options.filter((option) => sumOf(option) === sum).sort());
	const most = sums[0] ?? 0n;
	const winners = options.filter((option) => most > 0n && sumOf(option) === most);
	return { winners, isTie: winners.length > 1, ranking };
}

function secondConsent(ballots: readonly SecondBallot[]): SecondResult {
	const said = ballots.flatMap(({ values }) => Object.keys(values));
	const winners = said.includes("BLOCK") ? ["BLOCK"] : said.includes("AGREE") ? ["AGREE"] : [];
	return { winners, isTie: false };
}

/** By definition: the strongest of all simple paths, each as strong as its weakest link of winning votes. */
function schulzeBeats(options: readonly string[], ballots: readonly SecondBallot[]): Beats {
	const prefer = (one: string, other: string) =>
		ballots
			.filter(({ values }) => (values[one] ?? 99) < (values[other] ?? 99))
			.reduce((sum, { weight }) => sum + weight, 0n);
	const links = new Map(
		options.flatMap((one) =>
			options.map((other) => {
				const votes = prefer(one, other);
				return [`${one}>${other}`, votes > prefer(other, one) ? votes : 0n];
			}),
		),
	);
	const link = (one: string, other: string) => links.get(`${one}>${other}`) ?? 0n;
	const strongest = (from: string, to: string, seen: readonly string[]): bigint => {
		if (from === to) return 2n ** 64n;
		const ways = options
			.filter((next) => !seen.includes(next))
			.map((next) => {
				const onwards = link(from, next) === 0n ? 0n : strongest(next, to, [...seen, next]);
				return onwards < link(from, next) ? onwards : link(from, next);
			});
		return ways.reduce((best, way) => (way > best ? way : best), 0n);
	};
	const strengths = new Map<string, bigint>();
	const strength = (one: string, other: string) => {
		const key = `${one}>${other}`;
		const known = strengths.get(key) ?? strongest(one, other, [one]);
		strengths.set(key, known);
		return known;
	};
	return (one, other) => one !== other && strength(one, other) > strength(other, one);
}

/** The highest total weight for which grades are taken off one by one. */
const MOST_TAKEN_OFF = 64n;

/**
 * By definition where ballots are few: take the lower middlemost grade off both, again and again, until they differ.
 * For great weights by position: the medians come off outwards from the middle, and change only where a grade ends.
 */
function judgmentBeats(ballots: readonly SecondBallot[]): Beats {
	const graded = ballots.filter(({ values }) => Object.keys(values).length > 0);
	const gradesOf = (option: string) => {
		const grades = new Array<bigint>(7).fill(0n);
		for (const { values, weight } of graded)
			grades[values[option] ?? 1] = (grades[values[option] ?? 1] ?? 0n) + weight;
		return grades;
	};
	return (one, other) => {
		const [ones, others] = [gradesOf(one), gradesOf(other)];
		return total(ones) <= MOST_TAKEN_OFF ? isHigherTakenOff(ones, others) : isHigherByPosition(ones, others);
	};
}

function isHigherTakenOff(ones: readonly bigint[], others: readonly bigint[]): boolean {
	const [mine, theirs] = [ones, others].map((grades) =>
		grades.flatMap((count, grade) => new Array<number>(Number(count)).fill(grade)),
	) as [number[], number[]];
	while (mine.length > 0) {
		const middle = Math.ceil(mine.length / 2) - 1;
		const [[a = 0], [b = 0]] = [mine.splice(middle, 1), theirs.splice(middle, 1)];
		if (a !== b) return a > b;
	}
	return false;
}

function isHigherByPosition(ones: readonly bigint[], others: readonly bigint[]): boolean {
	const all = total(ones);
	const lower = (all + 1n) / 2n;
	const steps = [ones, others].flatMap((grades) =>
		grades.flatMap((_, grade) => {
			const end = total(grades.slice(0, grade + 1));
			return end < lower ? [lower - end] : [end - lower, end + 1n - lower];
		}),
	);
	for (const step of [0n, ...steps].sort((a, b) => (a < b ? -1 : 1)))
		for (const position of all % 2n === 0n
			? [lower - step, lower + 1n + step]
			: [lower - step, lower + step]) {
			const [a, b] = [gradeAt(ones, position), gradeAt(others, position)];
			if (a !== b) return a > b;
		}
	return false;
}

/** The grade of the so manieth ballot, from the lowest up; 0 beyond both ends. */
function gradeAt(grades: readonly bigint[], position: bigint): number {
	if (position < 1n || position > total(grades)) return 0;
	return grades.findIndex((_, grade) => total(grades.slice(0, grade + 1)) >= position);
}

function total(numbers: readonly bigint[]): bigint {
	return numbers.reduce((sum, number) => sum + number, 0n);
}
