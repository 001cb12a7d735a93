/** The ballots of one city and one stakeholder group. */
export interface SecretCell {
	readonly city: string;
	readonly group: string;
	/** How many ballots were cast, not what they say. */
	readonly ballots: number;
}

/** What may be shown of a secret poll: each part as one figure, with the names of those that were put together in it. */
export interface ShownParts {
	readonly cities: readonly (readonly string[])[];
	readonly groups: readonly (readonly string[])[];
}

/** Fewer than this, and those who know some of the ballots could guess the others. */
export const FEWEST_TO_SHOW = 5;

/** Cities, or groups, that are shown as one. */
interface Part {
	readonly names: readonly string[];
	readonly ballots: number;
}

/**
 * Which cities and groups of a secret poll are shown as one, so that no figure, and no difference of figures, is about
 * fewer than five ballots (but more than none). The rule: all that have fewer than five are put together; while they have
 * fewer than five together, the smallest of the others joins them (of equal ones the first by name). If figures by group
 * could then be taken from those by city to leave fewer than five, groups are all put together: only the total is shown.
 */
export function mergeSmall(cells: readonly SecretCell[]): ShownParts {
	const cities = merged(partsBy(cells, ({ city }) => city));
	const groups = merged(partsBy(cells, ({ group }) => group));
	const shown = { cities: namesOf(cities), groups: namesOf(groups) };
	const whole = [groups.flatMap(({ names }) => names).sort()];
	return isSafe(cells, shown) ? shown : { ...shown, groups: whole };
}

function namesOf(parts: readonly Part[]): readonly (readonly string[])[] {
	return parts.map(({ names }) => names);
}

function partsBy(cells: readonly SecretCell[], nameOf: (cell: SecretCell) => string): readonly Part[] {
	const names = [...new Set(cells.map(nameOf))].sort();
	return names.map((name) => ({
		names: [name],
		ballots: sum(cells.filter((cell) => nameOf(cell) === name)),
	}));
}

function merged(parts: readonly Part[]): readonly Part[] {
	const others = parts.filter(({ ballots }) => !isSmall(ballots));
	const small = parts.filter(({ ballots }) => isSmall(ballots));
	if (small.length === 0) return parts;
	const bySize = [...others].sort((one, other) => one.ballots - other.ballots);
	while (isSmall(sum(small)) && bySize.some(({ ballots }) => ballots > 0))
		small.push(
			...bySize.splice(
				bySize.findIndex(({ ballots }) => ballots > 0),
				1,
			),
		);
	const joined = { names: small.flatMap(({ names }) => names).sort(), ballots: sum(small) };
	return [...others.filter((part) => !small.includes(part)), joined];
}

/** No ballots tell nothing. */
function isSmall(ballots: number): boolean {
	return ballots > 0 && ballots < FEWEST_TO_SHOW;
}

/**
 * Whether no difference between figures by city and figures by group is about fewer than five ballots. Take the figures
 * of some groups from those of some cities: what is left over is about the ballots of those cities in the other groups,
 * and (with minus) of the other cities in those groups. For each choice of groups, each city can be taken or not, and
 * leaves the ballots of one kind or the other: the least that all leave together, but not nothing, must be five.
 */
function isSafe(cells: readonly SecretCell[], { cities, groups }: ShownParts): boolean {
	return subsetsOf(groups).every((taken) => {
		const left = cities.map((names) => {
			const ofCity = cells.filter(({ city }) => names.includes(city));
			const inTaken = sum(ofCity.filter(({ group }) => taken.has(group)));
			return [inTaken, sum(ofCity) - inTaken] as const;
		});
		const least = left.reduce((total, [inTaken, outside]) => total + Math.min(inTaken, outside), 0);
		if (least > 0) return least >= FEWEST_TO_SHOW;
		return left.every(([inTaken, outside]) => !isSmall(Math.max(inTaken, outside)));
	});
}

function subsetsOf(parts: readonly (readonly string[])[]): readonly ReadonlySet<string>[] {
	const [first, ...others] = parts;
	if (!first) return [new Set()];
	const subsets = subsetsOf(others);
	return subsets.flatMap((subset) => [subset, new Set([...subset, ...first])]);
}

function sum(parts: readonly { readonly ballots: number }[]): number {
	return parts.reduce((total, { ballots }) => total + ballots, 0);
}
