import type { SecondBallot, SecondResult } from "./SecondResult.ts";

/** A paper lying on a pile, with what it is worth in hundred-thousandths; pile null: not transferable. */
interface Paper {
	readonly ranking: readonly string[];
	readonly weight: bigint;
	pile: string | null;
	worth: bigint;
}

type State = "continuing" | "elected" | "excluded";

const FULL = 100_000n;

/**
 * The Scottish rules read off again, paper by paper: at each stage every pile is counted anew from the papers on it, but
 * for what a transfer has lost by cutting decimals.
 */
export function secondTransfer(
	options: readonly string[],
	ballots: readonly SecondBallot[],
	seats: number,
	lotSeed: string,
): SecondResult {
	const order = drawnOrder(options, lotSeed);
	const count = countOnce(options, ballots, seats, order);
	const opposite = countOnce(options, ballots, seats, [...order].reverse());
	const isTie = [...opposite.winners].sort().join() !== [...count.winners].sort().join();
	return { ...count, isTie };
}

function countOnce(
	options: readonly string[],
	ballots: readonly SecondBallot[],
	seats: number,
	order: readonly string[],
) {
	const papers: Paper[] = ballots
		.filter(({ values }) => Object.keys(values).length > 0)
		.map(({ values, weight }) => {
			const ranking = Object.entries(values)
				.sort(([, one], [, other]) => one - other)
				.map(([option]) => option);
			return { ranking, weight, pile: ranking[0] ?? null, worth: FULL };
		});
	const states = new Map<string, State>(options.map((option) => [option, "continuing"]));
	const transferred = new Set<string>();
	const winners: string[] = [];
	const history: Map<string, bigint>[] = [];
	const valid = papers.reduce((sum, { weight }) => sum + weight, 0n);
	const quota = (valid / BigInt(seats + 1) + 1n) * FULL;
	const continuing = () => options.filter((option) => states.get(option) === "continuing");
	const votesOf = (option: string) =>
		transferred.has(option)
			? quota
			: papers.filter(({ pile }) => pile === option).reduce((sum, p) => sum + p.weight * p.worth, 0n);

	const endStage = () => {
		history.unshift(new Map(options.map((option) => [option, votesOf(option)])));
		const electAll = (some: readonly string[]) => {
			for (const option of sortedByVotes(some, history)) {
				winners.push(option);
				states.set(option, "elected");
			}
		};
		electAll(continuing().filter((option) => votesOf(option) >= quota));
		if (continuing().length <= seats - winners.length) electAll(continuing());
	};
	const moveOn = (from: string, worthOf: (paper: Paper) => bigint) => {
		for (const paper of papers.filter(({ pile }) => pile === from)) {
			paper.worth = worthOf(paper);
			const rest = paper.ranking.slice(paper.ranking.indexOf(from) + 1);
			paper.pile = rest.find((option) => states.get(option) === "continuing") ?? null;
		}
	};

	if (papers.length === 0) return { winners, stages: [] };
	endStage();
	while (winners.length < seats && continuing().length > 0) {
		const over = options.filter((option) => states.get(option) === "elected" && votesOf(option) > quota);
		if (over.length > 0) {
			const from = decided(over, history, "most", order);
			const votes = votesOf(from);
			moveOn(from, ({ worth }) => ((votes - quota) * worth) / votes);
			transferred.add(from);
		} else {
			const from = decided(continuing(), history, "fewest", order);
			states.set(from, "excluded");
			moveOn(from, ({ worth }) => worth);
		}
		endStage();
	}
	const stages = history.toReversed().map((votes) => options.map((option) => Number(votes.get(option))));
	return { winners, stages };
}

/** Whoever has the most (fewest), now or when they last differed; else by lot: first (last) in its order. */
function decided(
	options: readonly string[],
	history: readonly Map<string, bigint>[],
	which: "most" | "fewest",
	order: readonly string[],
): string {
	let tied = options;
	for (const votes of history) {
		const counts = tied.map((option) => votes.get(option) ?? 0n);
		const mark = counts.reduce((a, b) => (a < b === (which === "fewest") ? a : b));
		tied = tied.filter((option) => votes.get(option) === mark);
	}
	const drawn = order.filter((option) => tied.includes(option));
	return (which === "most" ? drawn[0] : drawn[drawn.length - 1]) ?? "";
}

function sortedByVotes(options: readonly string[], history: readonly Map<string, bigint>[]): string[] {
	return [...options].sort((one, other) => {
		for (const votes of history) {
			const [a, b] = [votes.get(one) ?? 0n, votes.get(other) ?? 0n];
			if (a !== b) return a > b ? -1 : 1;
		}
		return 0;
	});
}

/** The permutation with the seed's number, by writing all of them down in the order of dictionaries. */
function drawnOrder(options: readonly string[], lotSeed: string): readonly string[] {
	const all = permutations(options);
	return all[Number(BigInt(`0x${lotSeed}`) % BigInt(all.length))] ?? [];
}

function permutations(options: readonly string[]): readonly (readonly string[])[] {
	if (options.length === 0) return [[]];
	return options.flatMap((first) =>
		permutations(options.filter((option) => option !== first)).map((rest) => [first, ...rest]),
	);
}
