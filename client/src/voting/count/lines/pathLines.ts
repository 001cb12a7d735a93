import type { OptionKey } from "@crossroads/shared";
import { type CountLine, type CountShown, type PathsShown, placesIn, shareOf } from "../countShown.ts";

/** Options in their order, each with how many of the others it stands ahead of, which `aheadInWords` words. */
export function pathLines(
	options: readonly OptionKey[],
	count: CountShown,
	{ paths }: PathsShown,
	aheadInWords: (ahead: number, of: number) => string,
): CountLine[] {
	const places = placesIn(count.ranking);
	const others = options.length - 1;
	return count.ranking.flat().map((option) => {
		const ahead = aheadOf(paths, options.indexOf(option));
		return {
			option,
			place: places.get(option) ?? null,
			isFirst: count.winners.includes(option),
			bar: [{ share: shareOf(ahead, others) }],
			figure: aheadInWords(ahead, others),
		};
	});
}

/** How many options this one beats: its strongest path to them is stronger than theirs to it. */
function aheadOf(paths: PathsShown["paths"], place: number): number {
	return paths.filter((path, other) => other !== place && at(paths, place, other) > (path[place] ?? 0))
		.length;
}

/** Whether some duel went otherwise than the ranking says: then chains of duels decided. */
export function isDecidedByChains({ preferences, paths }: PathsShown): boolean {
	return preferences.some((row, one) =>
		row.some((votes, other) => {
			const duel = Math.sign(votes - at(preferences, other, one));
			return duel !== 0 && duel !== Math.sign(at(paths, one, other) - at(paths, other, one));
		}),
	);
}

function at(matrix: readonly (readonly number[])[], row: number, column: number): number {
	return matrix[row]?.[column] ?? 0;
}
