import { readAnswer } from "../answer.ts";
import type { WeightedBallot } from "../methods/index.ts";
import { hasOwnOptions, optionsOf, PollMethod, type PollSettings } from "../pollMethod.ts";

/** A poll to be counted, with the seed of its lots. */
export interface PollCase {
	readonly settings: PollSettings;
	readonly ballots: readonly WeightedBallot[];
	readonly lotSeed: string;
}

export const methods = Object.values(PollMethod);

/**
 * Ballots written as "3 A>B=C": three equal ballots that rank A before B and C, which are level. For graded and scored
 * methods "2 A5 C1" gives values; for choices "4 A B". A weight alone abstains.
 */
export function ballotsOf(settings: PollSettings, ...lines: readonly string[]): readonly WeightedBallot[] {
	return lines.map((line) => {
		const [weight, ...words] = line.split(" ");
		const marks = words.some((word) => /[>=]/.test(word)) ? ranksOf(words.join("")) : words.flatMap(markOf);
		const answer = readAnswer(settings, { marks });
		if (!answer) throw new Error(`no answer: ${line}`);
		return { answer, weight: Number(weight) };
	});
}

function ranksOf(ranking: string) {
	return ranking
		.split(">")
		.flatMap((level, place) => level.split("=").map((option) => ({ option, value: place + 1 })));
}

function markOf(word: string) {
	const [, option = "", value = ""] = /^([A-Z]+)(\d*)$/.exec(word) ?? [];
	return { option, value: value === "" ? 1 : Number(value) };
}

/** The settings of a method with options A, B, C, … */
export function settingsOf(method: PollMethod, size: number, limit = 1): PollSettings {
	const options = optionsOf(method, hasOwnOptions(method) ? [] : Array.from({ length: size }, () => ""));
	if (method === "SINGLE_TRANSFERABLE_VOTE") return { method, options, seats: limit };
	if (method === "MULTIPLE_CHOICE") return { method, options, mostChosen: limit };
	return method === "DOTS" ? { method, options, dots: limit } : { method, options };
}

/** A stream of numbers from 0 to `below` - 1, the same for the same seed (mulberry32). */
function numbersFrom(seed: number): (below: number) => number {
	let state = seed;
	return (below) => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
	};
}

/**
 * A small poll of this method, the same for the same seed: one to five options, none to nine ballots that often tie,
 * abstain or leave options out, with weights from 1 to a sixteenth of the greatest.
 */
export function pollCase(method: PollMethod, seed: number): PollCase {
	const next = numbersFrom(seed);
	const settings = settingsOf(method, 1 + next(5));
	const size = settings.options.length;
	const limit = 1 + next(method === "DOTS" ? 6 : size);
	const limited = settingsOf(method, size, limit);
	const weights = [1, 1 + next(3), 1 + next(2 ** 27)] as const;
	const ballots = Array.from({ length: next(10) }, () => ({
		answer: randomAnswer(limited, limit, next),
		weight: weights[next(5) === 0 ? 2 : next(2)] ?? 1,
	}));
	return { settings: limited, ballots, lotSeed: next(2 ** 31).toString(16) };
}

function randomAnswer(settings: PollSettings, limit: number, next: (below: number) => number) {
	const marks = randomMarks(settings, limit, next);
	const isBlock = marks.some(({ option }) => option === "BLOCK");
	const answer = readAnswer(settings, isBlock ? { marks, reason: `reason ${next(3)}` } : { marks });
	if (!answer) throw new Error(`made no answer of ${settings.method}: ${JSON.stringify(marks)}`);
	return answer;
}

function randomMarks({ method, options }: PollSettings, limit: number, next: (below: number) => number) {
	const keys = shuffled(
		options.map(({ key }) => key),
		next,
	);
	const some = keys.slice(0, next(keys.length + 1));
	switch (method) {
		case "YES_NO_ABSTAIN":
		case "CONSENT":
			return keys.slice(0, 1).map((option) => ({ option, value: 1 }));
		case "SINGLE_CHOICE":
			return some.slice(0, 1).map((option) => ({ option, value: 1 }));
		case "MULTIPLE_CHOICE":
			return some.slice(0, limit).map((option) => ({ option, value: 1 }));
		case "APPROVAL":
			return some.map((option) => ({ option, value: 1 }));
		case "SCORE":
			return some.map((option) => ({ option, value: next(6) }));
		case "DOTS":
			return some.slice(0, limit).map((option) => ({ option, value: next(2) }));
		case "SCHULZE":
			return some.map((option) => ({ option, value: 1 + next(keys.length) }));
		case "INSTANT_RUNOFF":
		case "SINGLE_TRANSFERABLE_VOTE":
			return some.map((option, place) => ({ option, value: place + 1 }));
		case "MAJORITY_JUDGMENT":
			return some.map((option) => ({ option, value: 1 + next(6) }));
	}
}

function shuffled(keys: readonly string[], next: (below: number) => number): string[] {
	const left = [...keys];
	return keys.flatMap(() => left.splice(next(left.length), 1));
}
