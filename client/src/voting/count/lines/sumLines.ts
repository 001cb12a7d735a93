import { hasOwnOptions, type PollMethod } from "@crossroads/shared";
import { type CountLine, type CountShown, placesIn, type SumsShown, shareOf } from "../countShown.ts";

/**
 * Options by their sums, the greatest first; yes and no, and consent, keep the order of the ballot. A whole bar is all that was cast,
 * or, where sums are points, the greatest of them.
 */
export function sumLines(
	method: PollMethod,
	count: CountShown,
	{ sums }: SumsShown,
	inDigits: (sum: number) => string,
): CountLine[] {
	const hasOrder = !hasOwnOptions(method);
	const isOfPoints = method === "SCORE" || method === "DOTS";
	const whole = isOfPoints ? Math.max(0, ...sums.map(({ sum }) => sum)) : count.cast;
	const places = placesIn(count.ranking);
	const lines = sums.map(({ option, sum }) => ({
		option,
		place: hasOrder ? (places.get(option) ?? null) : null,
		isFirst: count.winners.includes(option),
		bar: [{ share: shareOf(sum, whole) }],
		figure: inDigits(sum),
	}));
	return hasOrder ? lines.toSorted((one, other) => (one.place ?? 0) - (other.place ?? 0)) : lines;
}
