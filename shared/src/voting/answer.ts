import type { OptionKey, PollMethod, PollSettings } from "./pollMethod.ts";

/** What a voter says about one option. */
export interface Mark {
	readonly option: OptionKey;
	/**
	 * Methods of choice, consent: 1 for what is chosen. SCORE: 1 to 5, an option left out has 0. DOTS: how many. Ranked:
	 * 1, 2, … without gaps, options left out come last. MAJORITY_JUDGMENT: 1 (reject) to 6 (excellent) for every option.
	 */
	readonly value: number;
}

/**
 * One voter's answer, in the same shape for every method. In its canonical form marks are sorted by key, no key occurs
 * twice, and every value is a whole number of at least 1. No marks at all: an abstention, where the method has no
 * option for it.
 */
export interface BallotAnswer {
	readonly marks: readonly Mark[];
	/** CONSENT with BLOCK only, and always there: why. */
	readonly reason?: string;
}

/** The highest score, and the best grade of a majority judgment. */
export const BEST_SCORE = 5;
export const BEST_GRADE = 6;

/** The longest reason for a block, in characters (code points). */
export const LONGEST_REASON = 1_000;

/**
 * Reads a ballot's answer as the poll's method takes it: gives the canonical form, the same for the same answer, or
 * null if it is none. Used by the browser that votes, by the server and by whoever verifies: what is null here is in
 * no box. Ranks are written anew from 1 without gaps; scores and dots of 0 are left out. A ballot that grades any option
 * grades all: what it leaves out, it rejects; so who rejects everything is told from who abstains. Nothing else may
 * stand in an answer. `canonicalJson` of what is given here is one text for one answer.
 */
export function readAnswer(settings: PollSettings, given: unknown): BallotAnswer | null {
	const marks = marksIn(given);
	if (!marks || !isAbout(settings, marks)) return null;
	const said = sayInFull(settings, marks);
	if (!isAllowed(settings, said)) return null;
	const kept = isRanked(settings.method) ? withoutGaps(said) : said;
	const sorted = kept.toSorted((one, other) => (one.option < other.option ? -1 : 1));
	const isBlock = settings.method === "CONSENT" && sorted[0]?.option === "BLOCK";
	return withReason(sorted, (given as { reason?: unknown }).reason ?? null, isBlock);
}

/**
 * The one text of a canonical answer: what `canonicalJson` gives for it, in a fifth of the time. There are tens of
 * thousands of them in a count.
 */
export function answerText({ marks, reason }: BallotAnswer): string {
	return JSON.stringify({ marks: marks.map(({ option, value }) => ({ option, value })), reason });
}

/** Whether voters write ranks: 1 is what they want most. */
export function isRanked(method: PollMethod): boolean {
	return method === "SCHULZE" || method === "INSTANT_RUNOFF" || method === "SINGLE_TRANSFERABLE_VOTE";
}

function marksIn(given: unknown): Mark[] | null {
	const marks = (given as { marks?: unknown } | null)?.marks;
	if (!Array.isArray(marks) || !hasOnly(given, ["marks", "reason"])) return null;
	if (!marks.every((mark) => hasOnly(mark, ["option", "value"]))) return null;
	const read = marks.map((mark: Partial<Mark> | null) => ({
		option: mark?.option as OptionKey,
		value: mark?.value as number,
	}));
	return read.every(({ value }) => Number.isSafeInteger(value) && value >= 0) ? read : null;
}

/** Whether no field stands in it besides these. */
function hasOnly(thing: unknown, fields: readonly string[]): boolean {
	return (
		typeof thing === "object" && thing !== null && Object.keys(thing).every((key) => fields.includes(key))
	);
}

/** Every mark is about an option of the poll, and no two are about the same. */
function isAbout({ options }: PollSettings, marks: readonly Mark[]): boolean {
	const keys = new Set(options.map(({ key }) => key));
	return marks.every(({ option }) => keys.delete(option));
}

/** Marks in the one way of saying the same: what is worth 0 is left out, what is left out of a graded ballot is rejected. */
function sayInFull({ method, options }: PollSettings, marks: readonly Mark[]): readonly Mark[] {
	if (method === "SCORE" || method === "DOTS") return marks.filter(({ value }) => value !== 0);
	if (method !== "MAJORITY_JUDGMENT" || marks.length === 0) return marks;
	const grades = new Map(marks.map(({ option, value }) => [option, value]));
	return options.map(({ key }) => ({ option: key, value: grades.get(key) ?? 1 }));
}

function isAllowed({ method, options, mostChosen, dots }: PollSettings, marks: readonly Mark[]): boolean {
	const values = marks.map(({ value }) => value);
	const areAll = (least: number, most: number) => values.every((value) => value >= least && value <= most);
	switch (method) {
		case "YES_NO_ABSTAIN":
		case "CONSENT":
			return marks.length === 1 && areAll(1, 1);
		case "SINGLE_CHOICE":
			return marks.length <= 1 && areAll(1, 1);
		case "MULTIPLE_CHOICE":
			return marks.length <= (mostChosen ?? 0) && areAll(1, 1);
		case "APPROVAL":
			return areAll(1, 1);
		case "SCORE":
			return areAll(1, BEST_SCORE);
		case "DOTS":
			return areAll(1, dots ?? 0) && values.reduce((sum, value) => sum + value, 0) <= (dots ?? 0);
		case "SCHULZE":
			return areAll(1, options.length);
		case "INSTANT_RUNOFF":
		case "SINGLE_TRANSFERABLE_VOTE":
			return areAll(1, options.length) && new Set(values).size === values.length;
		case "MAJORITY_JUDGMENT":
			return areAll(1, BEST_GRADE);
	}
}

function withoutGaps(marks: readonly Mark[]): Mark[] {
	const ranks = [...new Set(marks.map(({ value }) => value))].sort((a, b) => a - b);
	return marks.map(({ option, value }) => ({ option, value: ranks.indexOf(value) + 1 }));
}

function withReason(marks: readonly Mark[], reason: unknown, isBlock: boolean): BallotAnswer | null {
	if (!isBlock) return reason === null ? { marks } : null;
	if (typeof reason !== "string" || !reason.isWellFormed() || reason.includes("\0")) return null;
	const text = reason.trim();
	const length = [...text].length;
	return length >= 1 && length <= LONGEST_REASON ? { marks, reason: text } : null;
}
