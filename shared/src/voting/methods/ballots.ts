import { canonicalJson } from "../../canonicalJson.ts";
import type { BallotAnswer } from "../answer.ts";
import type { OptionKey, PollSettings } from "../pollMethod.ts";

/** An answer, and as how many equal ballots it counts. */
export interface WeightedBallot {
	readonly answer: BallotAnswer;
	readonly weight: number;
}

/** The most that all ballots of a poll may weigh together: what a GraphQL Int holds. All sums stay exact below it. */
export const GREATEST_WEIGHT = 2 ** 31 - 1;

/** An answer as a row of values in the order of the poll's options: 0 where the ballot says nothing of an option. */
export interface BallotRow {
	readonly values: readonly number[];
	readonly weight: number;
}

/**
 * Equal answers put together. The order of the ballots leaves no trace. Throws RangeError if a weight is no positive
 * whole number, or if all together weigh too much.
 */
export function rowsOf(settings: PollSettings, ballots: readonly WeightedBallot[]): readonly BallotRow[] {
	const places = new Map(settings.options.map(({ key }, place) => [key, place]));
	const rows = new Map<string, { values: readonly number[]; weight: number }>();
	for (const { answer, weight } of ballots) {
		const values = valuesOf(answer, places);
		const name = values.join();
		const row = rows.get(name);
		if (row) row.weight += weight;
		else rows.set(name, { values, weight });
	}
	return [...rows.keys()].sort().map((name) => rows.get(name) ?? { values: [], weight: 0 });
}

/** What all ballots weigh. Throws as `rowsOf` says. */
export function weightOf(ballots: readonly WeightedBallot[]): number {
	let sum = 0;
	for (const { weight } of ballots) {
		if (!Number.isInteger(weight) || weight < 1) throw new RangeError(`a ballot of weight ${weight}`);
		sum += weight;
	}
	if (sum > GREATEST_WEIGHT) throw new RangeError(`ballots weigh ${sum} together`);
	return sum;
}

/** Throws RangeError for an answer that names an option which the poll does not have: `readAnswer` was left out. */
function valuesOf(answer: BallotAnswer, places: ReadonlyMap<OptionKey, number>): readonly number[] {
	const values = new Array<number>(places.size).fill(0);
	for (const { option, value } of answer.marks) {
		const place = places.get(option);
		if (place === undefined) throw new RangeError(`no option of this poll: ${canonicalJson(answer)}`);
		values[place] = value;
	}
	return values;
}

/** Whether the ballot says nothing of any option. */
export function isEmpty({ values }: BallotRow): boolean {
	return values.every((value) => value === 0);
}
