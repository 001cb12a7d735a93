import type { PollSettings } from "../pollMethod.ts";
import { rowsOf, type WeightedBallot } from "./ballots.ts";

/** A ranked ballot: the places of its options in the poll's order, the most preferred first. Never empty. */
export interface Preferences {
	readonly places: readonly number[];
	readonly weight: number;
}

/** The ranked ballots that prefer somebody. Throws as `rowsOf` says. */
export function preferencesOf(
	settings: PollSettings,
	ballots: readonly WeightedBallot[],
): readonly Preferences[] {
	return rowsOf(settings, ballots)
		.map(({ values, weight }) => ({ places: inOrder(values), weight }))
		.filter(({ places }) => places.length > 0);
}

function inOrder(ranks: readonly number[]): readonly number[] {
	const rankOf = (place: number) => ranks[place] ?? 0;
	const places = [...ranks.keys()].filter((place) => rankOf(place) > 0);
	return places.sort((one, other) => rankOf(one) - rankOf(other));
}

/**
 * Of these places those with the best (most or fewest) votes at the end of the newest of these stages, and so on back
 * to the first: a tie goes to whoever stood better when they last stood apart. More than one: they never did.
 */
export function bestOf(
	places: readonly number[],
	stages: readonly (readonly number[])[],
	best: (...votes: number[]) => number,
): readonly number[] {
	let left = places;
	for (const votes of stages.toReversed()) {
		const mark = best(...left.map((place) => votes[place] ?? 0));
		left = left.filter((place) => votes[place] === mark);
	}
	return left;
}
