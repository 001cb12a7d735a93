import type { OptionKey } from "../pollMethod.ts";

/**
 * The options in levels, best first, by a comparison that says who is better. A level has those than whom nobody left
 * is better; within a level they stand in the order in which they came.
 */
export function levelsBy(
	options: readonly OptionKey[],
	isBetter: (one: number, other: number) => boolean,
): readonly (readonly OptionKey[])[] {
	const levels: OptionKey[][] = [];
	let left = options.map((_, place) => place);
	while (left.length > 0) {
		const best = left.filter((one) => !left.some((other) => isBetter(other, one)));
		levels.push(best.map((place) => options[place] ?? ""));
		left = left.filter((place) => !best.includes(place));
	}
	return levels;
}

/** The first of a ranking: who won, and whether they are tied. Nobody, where nothing was said for anybody. */
export function firstOf(ranking: readonly (readonly OptionKey[])[], isDecided: boolean) {
	const winners = isDecided ? (ranking[0] ?? []) : [];
	return { winners, isTie: winners.length > 1 };
}
