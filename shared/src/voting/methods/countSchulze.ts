import type { PollSettings } from "../pollMethod.ts";
import { type BallotRow, rowsOf, type WeightedBallot } from "./ballots.ts";
import type { StrongestPaths } from "./CountResult.ts";
import { firstOf, levelsBy } from "./ranking.ts";

type Matrix = readonly (readonly number[])[];

/**
 * Schulze's method (M. Schulze, "A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent
 * single-winner election method", Social Choice and Welfare 36, 2011), strength of a link by winning votes: those who
 * prefer its winner. An option is better than another if its strongest path there is stronger than the one back. Ties:
 * all options than which none is better win together, and the tie is said; the ranking's further levels are found the
 * same way among those that are left. Options that a ballot leaves out are last on it, level with each other.
 */
export function countSchulze(settings: PollSettings, ballots: readonly WeightedBallot[]) {
	const keys = settings.options.map(({ key }) => key);
	const preferences = preferencesOf(keys.length, rowsOf(settings, ballots));
	const paths = strongestPaths(preferences);
	const at = (row: number, column: number) => paths[row]?.[column] ?? 0;
	const ranking = levelsBy(keys, (one, other) => at(one, other) > at(other, one));
	const isDecided = ballots.some(({ answer }) => answer.marks.length > 0);
	const working: StrongestPaths = { kind: "STRONGEST_PATHS", preferences, paths };
	return { ...firstOf(ranking, isDecided), ranking, working };
}

function preferencesOf(size: number, rows: readonly BallotRow[]): Matrix {
	const preferences = Array.from({ length: size }, () => new Array<number>(size).fill(0));
	for (const { values, weight } of rows) {
		const ranks = values.map((rank) => (rank === 0 ? Number.POSITIVE_INFINITY : rank));
		preferences.forEach((row, one) => {
			const rank = ranks[one] ?? 0;
			for (let other = 0; other < size; other++)
				if (rank < (ranks[other] ?? 0)) row[other] = (row[other] ?? 0) + weight;
		});
	}
	return preferences;
}

/** Floyd and Warshall's algorithm for the widest path (Schulze 2011, section 2.3.1). */
function strongestPaths(preferences: Matrix): Matrix {
	const at = (matrix: Matrix, row: number, column: number) => matrix[row]?.[column] ?? 0;
	const paths = preferences.map((row, one) =>
		row.map((votes, other) => (votes > at(preferences, other, one) ? votes : 0)),
	);
	for (const by of paths.keys())
		paths.forEach((row, one) => {
			for (const other of row.keys())
				if (other !== one)
					row[other] = Math.max(at(paths, one, other), Math.min(at(paths, one, by), at(paths, by, other)));
		});
	return paths;
}
