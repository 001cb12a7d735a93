import { type CountLine, type CountShown, type MediansShown, placesIn, shareOf } from "../countShown.ts";

/** Options in their order, each as a bar of all its grades, the best first; `gradeInWords` words the middle one. */
export function medianLines(
	count: CountShown,
	{ options }: MediansShown,
	gradeInWords: (median: number) => string,
): CountLine[] {
	const places = placesIn(count.ranking);
	return count.ranking.flat().flatMap((key) => {
		const graded = options.find(({ option }) => option === key);
		if (!graded) return [];
		const all = graded.grades.reduce((sum, weight) => sum + weight, 0);
		const bar = graded.grades.map((weight, place) => ({ share: shareOf(weight, all), grade: place + 1 }));
		return {
			option: key,
			place: places.get(key) ?? null,
			isFirst: count.winners.includes(key),
			bar: bar.toReversed(),
			figure: gradeInWords(graded.median),
		};
	});
}
