import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mergeSmall, type SecretCell, type ShownParts } from "./index.ts";

/** Cells written as "A CITIZENS 3": three ballots of city A were cast by citizens. */
function cells(...lines: readonly string[]): readonly SecretCell[] {
	return lines.map((line) => {
		const [city = "", group = "", ballots] = line.split(" ");
		return { city, group, ballots: Number(ballots) };
	});
}

function inWords({ cities, groups }: ShownParts): string {
	return [cities, groups].map((parts) => parts.map((names) => names.join("+")).join(" ")).join(" | ");
}

describe("small groups of a secret poll [V31]", () => {
	test.each([
		[["A C 5", "B C 7"], "A B | C"],
		[["A C 5", "B C 4"], "A+B | C"],
		[["A C 2", "B C 3", "D C 9"], "D A+B | C"],
		[["A C 4", "B C 8", "D C 6"], "B A+D | C"],
		[["A C 4", "B C 6", "D C 6"], "D A+B | C"],
		[["A C 1", "B C 1", "D C 1", "E C 30"], "A+B+D+E | C"],
		[["A C 0", "B C 7"], "A B | C"],
		[["A C 0", "B C 3", "D C 6"], "A B+D | C"],
		[["A C 2", "B C 1"], "A+B | C"],
		[["A C 10", "A S 10", "B C 10", "B S 10"], "A B | C S"],
		[["A C 5", "B C 1", "B S 6"], "A B | C+S"],
		[["A C 9", "A S 1", "B S 9"], "A B | C+S"],
		[["A C 9", "A S 5", "B S 9"], "A B | C S"],
		[["A C 9", "B S 9"], "A B | C S"],
		[[], " | "],
	])("%j are shown as %s", (lines, expected) => {
		expect(inWords(mergeSmall(cells(...lines)))).toBe(expected);
	});

	const someCells = fc
		.uniqueArray(
			fc.record({
				city: fc.constantFrom("A", "B", "D", "E"),
				group: fc.constantFrom("CITIZENS", "CIVIL", "EXPERTS"),
				ballots: fc.oneof(fc.nat(3), fc.integer({ min: 4, max: 9 })),
			}),
			{ selector: ({ city, group }) => `${city} ${group}`, maxLength: 12 },
		)
		.filter((some) => total(some) >= 5);

	test("no figure, and no difference of sums of figures, is about fewer than five ballots", () => {
		fc.assert(
			fc.property(someCells, (some) => {
				expect(fewestTold(some, mergeSmall(some))).toBeGreaterThanOrEqual(5);
			}),
			{ numRuns: 100 },
		);
	});

	test("everybody is in one part of each kind, and what needs no merging is left alone", () => {
		fc.assert(
			fc.property(someCells, (some) => {
				const { cities, groups } = mergeSmall(some);
				expect(cities.flat().sort()).toEqual([...new Set(some.map(({ city }) => city))].sort());
				expect(groups.flat().sort()).toEqual([...new Set(some.map(({ group }) => group))].sort());
				const plenty = some.map((cell) => ({ ...cell, ballots: cell.ballots + 5 }));
				expect(mergeSmall(plenty).cities.every(({ length }) => length === 1)).toBe(true);
			}),
		);
	});

	type Shown = (some: readonly SecretCell[]) => ShownParts;
	const alone = (names: readonly string[]) => [...new Set(names)].map((name) => [name]);
	const planted: [string, Shown][] = [
		[
			"shown unmerged",
			(some) => ({
				cities: alone(some.map(({ city }) => city)),
				groups: alone(some.map(({ group }) => group)),
			}),
		],
		[
			"merged by city and by group, each for itself",
			(some) => ({
				cities: mergeSmall(some.map((cell) => ({ ...cell, group: "" }))).cities,
				groups: mergeSmall(some.map((cell) => ({ ...cell, city: "" }))).groups,
			}),
		],
		[
			"left out instead of merged, so that the total betrays them",
			(some) => ({
				cities: alone(some.map(({ city }) => city)).filter(
					([name]) => total(some.filter(({ city }) => city === name)) >= 5,
				),
				groups: [[...new Set(some.map(({ group }) => group))]],
			}),
		],
	];
	test.each(planted)("the test would find figures %s", (_, shown) => {
		const sample = fc.sample(someCells, { numRuns: 1_000, seed: 1 });
		expect(sample.some((some) => fewestTold(some, shown(some)) < 5)).toBe(true);
	});
});

/**
 * The fewest ballots that any combination of shown figures is about: each figure of a city or group added, taken away
 * or left, and what does not cancel out counted.
 */
function fewestTold(some: readonly SecretCell[], { cities, groups }: ShownParts): number {
	const told = combinations(cities.length).flatMap((ofCities) =>
		combinations(groups.length).map((ofGroups) => {
			const left = some.filter(({ city, group }) => {
				const byCity = ofCities[cities.findIndex((names) => names.includes(city))] ?? 0;
				const byGroup = ofGroups[groups.findIndex((names) => names.includes(group))] ?? 0;
				return byCity + byGroup !== 0;
			});
			return total(left);
		}),
	);
	return Math.min(...told.filter((ballots) => ballots > 0));
}

function combinations(length: number): readonly (readonly number[])[] {
	if (length === 0) return [[]];
	return combinations(length - 1).flatMap((rest) => [-1, 0, 1].map((sign) => [sign, ...rest]));
}

function total(some: readonly SecretCell[]): number {
	return some.reduce((sum, { ballots }) => sum + ballots, 0);
}
