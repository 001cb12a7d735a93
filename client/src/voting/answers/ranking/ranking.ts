import type { Mark, OptionKey } from "@crossroads/shared";

/** Options in the order of a ballot, best first; those of one group share a rank. What is in none is left out. */
export type Ranking = readonly (readonly OptionKey[])[];

/** The ranking that marks write down, whatever their order; ranks without gaps. */
export function rankingOf(marks: readonly Mark[]): Ranking {
	const ranks = [...new Set(marks.map(({ value }) => value))].sort((one, other) => one - other);
	return ranks.map((rank) => marks.filter(({ value }) => value === rank).map(({ option }) => option));
}

/** The marks that write a ranking down: rank 1 for the best. */
export function marksOf(ranking: Ranking): Mark[] {
	return ranking.flatMap((group, place) => group.map((option) => ({ option, value: place + 1 })));
}

/** The rank of an option from 1, or null: it is left out. */
export function rankOf(ranking: Ranking, option: OptionKey): number | null {
	const place = ranking.findIndex((group) => group.includes(option));
	return place < 0 ? null : place + 1;
}

/** A tap on an option: it gets the next rank; with a rank already it is left out, and the others close up. */
export function tapped(ranking: Ranking, option: OptionKey): Ranking {
	return rankOf(ranking, option) === null ? [...ranking, [option]] : without(ranking, option);
}

/**
 * One step better. From left out to the last rank. Where ranks may be equal, a step joins the rank above and the next
 * one leaves it; else it changes places with the option above. The first stays the first.
 */
export function raised(ranking: Ranking, option: OptionKey, mayBeEqual: boolean): Ranking {
	const place = placeOf(ranking, option);
	if (place === null) return [...ranking, [option]];
	const isAlone = ranking[place]?.length === 1;
	if (!isAlone) return inserted(without(ranking, option), place, option);
	if (place === 0) return ranking;
	const others = without(ranking, option);
	return mayBeEqual ? joined(others, place - 1, option) : inserted(others, place - 1, option);
}

/** One step worse: the way back of `raised`, from the last rank to left out. */
export function lowered(ranking: Ranking, option: OptionKey, mayBeEqual: boolean): Ranking {
	const place = placeOf(ranking, option);
	if (place === null) return ranking;
	const isAlone = ranking[place]?.length === 1;
	const others = without(ranking, option);
	if (!isAlone) return inserted(others, place + 1, option);
	if (place === ranking.length - 1) return others;
	return mayBeEqual ? joined(others, place, option) : inserted(others, place + 1, option);
}

function placeOf(ranking: Ranking, option: OptionKey): number | null {
	const rank = rankOf(ranking, option);
	return rank === null ? null : rank - 1;
}

function without(ranking: Ranking, option: OptionKey): Ranking {
	return ranking
		.map((group) => group.filter((other) => other !== option))
		.filter((group) => group.length > 0);
}

function inserted(ranking: Ranking, place: number, option: OptionKey): Ranking {
	return [...ranking.slice(0, place), [option], ...ranking.slice(place)];
}

function joined(ranking: Ranking, place: number, option: OptionKey): Ranking {
	return ranking.map((group, other) => (other === place ? [...group, option] : group));
}
