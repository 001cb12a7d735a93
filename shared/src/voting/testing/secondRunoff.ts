import type { SecondBallot, SecondResult } from "./SecondResult.ts";

/** A paper as it is carried from pile to pile: whoever is out is struck from it. */
interface Paper {
	readonly ranking: readonly string[];
	readonly weight: bigint;
}

type Piles = ReadonlyMap<string, bigint>;

/** Instant run-off by recursion over papers from which the eliminated are struck out, each case of a tie followed. */
export function secondRunoff(options: readonly string[], ballots: readonly SecondBallot[]): SecondResult {
	const papers = ballots.map(({ values, weight }) => ({
		ranking: Object.keys(values).sort((one, other) => (values[one] ?? 0) - (values[other] ?? 0)),
		weight,
	}));
	const winners = papers.some(({ ranking }) => ranking.length > 0) ? winnersAmong(options, papers, []) : [];
	const inOrder = options.filter((option) => winners.includes(option));
	return { winners: inOrder, isTie: inOrder.length > 1 };
}

function winnersAmong(
	options: readonly string[],
	papers: readonly Paper[],
	before: readonly Piles[],
): readonly string[] {
	const piles: Piles = new Map(
		options.map((option) => [
			option,
			papers.filter(({ ranking }) => ranking[0] === option).reduce((sum, { weight }) => sum + weight, 0n),
		]),
	);
	const all = [...piles.values()].reduce((sum, votes) => sum + votes, 0n);
	const majority = options.filter((option) => (piles.get(option) ?? 0n) * 2n > all);
	if (majority.length > 0 || options.length === 1) return majority.length > 0 ? majority : options;
	const strike = (leaving: readonly string[]) =>
		winnersAmong(
			options.filter((option) => !leaving.includes(option)),
			papers.map(({ ranking, weight }) => ({
				ranking: ranking.filter((option) => !leaving.includes(option)),
				weight,
			})),
			[piles, ...before],
		);
	const last = lastAmong(options, [piles, ...before]);
	if (last.length === 1 || areHopeless(last, options, piles)) return strike(last);
	return last.flatMap((option) => strike([option]));
}

/** Those with the fewest now; of them those with the fewest in the round before, and so on. */
function lastAmong(options: readonly string[], [newest, ...older]: readonly Piles[]): readonly string[] {
	if (!newest) return options;
	const fewest = options.map((option) => newest.get(option) ?? 0n).reduce((a, b) => (a < b ? a : b));
	return lastAmong(
		options.filter((option) => newest.get(option) === fewest),
		older,
	);
}

function areHopeless(last: readonly string[], options: readonly string[], piles: Piles): boolean {
	const together = last.reduce((sum, option) => sum + (piles.get(option) ?? 0n), 0n);
	const others = options.filter((option) => !last.includes(option));
	return others.length > 0 && others.every((option) => (piles.get(option) ?? 0n) > together);
}
