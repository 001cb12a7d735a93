import type { OptionKey, PollSettings } from "../pollMethod.ts";
import type { WeightedBallot } from "./ballots.ts";
import type { RunoffCase, RunoffRound, RunoffRounds } from "./CountResult.ts";
import { bestOf, type Preferences, preferencesOf } from "./preferences.ts";

/** The most rounds that are counted for a poll, all cases together. */
const MOST_ROUNDS = 500;

/** How far a count has come: who is still in, and the votes of the rounds before. */
interface Standing {
	readonly places: readonly number[];
	readonly history: readonly (readonly number[])[];
}

interface Outcome {
	readonly winners: readonly number[];
	readonly rounds: readonly RunoffRound[];
}

interface Runoff {
	readonly keys: readonly OptionKey[];
	readonly ballots: readonly Preferences[];
	roundsLeft: number;
	/** Whether each case of a tie is counted; otherwise the count ends at the first tie that nothing breaks. */
	readonly followsCases: boolean;
}

/**
 * Instant run-off: while nobody stands first on more than half of the ballots that rank somebody who is still in, the
 * option with the fewest leaves. Ties for leaving: who had fewer when they last differed leaves; else, if all the tied
 * together have fewer than anybody else, they leave together (each would leave in turn); else each case is counted, and
 * the winners of all cases share the victory: a tie is said only if it matters. If that takes more than 500 rounds, the
 * count ends where the first such tie is, and everybody still in shares it.
 */
export function countInstantRunoff(settings: PollSettings, ballots: readonly WeightedBallot[]) {
	const keys = settings.options.map(({ key }) => key);
	const papers = preferencesOf(settings, ballots);
	const start: Standing = { places: [...keys.keys()], history: [] };
	const run = (followsCases: boolean) => {
		const runoff: Runoff = { keys, ballots: papers, roundsLeft: MOST_ROUNDS, followsCases };
		const outcome = papers.length > 0 ? runOff(runoff, start) : { winners: [], rounds: [] };
		return runoff.roundsLeft < 0 ? null : outcome;
	};
	const { winners: places, rounds } = run(true) ?? run(false) ?? { winners: [], rounds: [] };
	const winners = keys.filter((_, place) => places.includes(place));
	const others = keys.filter((key) => !winners.includes(key));
	const working: RunoffRounds = { kind: "RUNOFF_ROUNDS", rounds };
	return {
		winners,
		isTie: winners.length > 1,
		ranking: [winners, others].filter(({ length }) => length > 0),
		working,
	};
}

function runOff(runoff: Runoff, standing: Standing): Outcome {
	runoff.roundsLeft--;
	if (runoff.roundsLeft < 0) return { winners: standing.places, rounds: [] };
	const votes = firstsOf(runoff, standing.places);
	const round = roundOf(runoff, standing.places, votes);
	const winner = standing.places.find((place) => hasWon(place, standing.places, votes));
	if (winner !== undefined) return { winners: [winner], rounds: [round] };
	const last = lastOf(standing, votes);
	const leaving = leaveTogether(last, standing.places, votes) ? last : null;
	return leaving
		? leave(runoff, standing, votes, leaving, round)
		: followCases(runoff, standing, votes, last, round);
}

function leave(
	runoff: Runoff,
	standing: Standing,
	votes: readonly number[],
	leaving: readonly number[],
	round: RunoffRound,
): Outcome {
	const { winners, rounds } = runOff(runoff, without(standing, leaving, votes));
	return { winners, rounds: [{ ...round, eliminated: keysOf(runoff, leaving) }, ...rounds] };
}

function followCases(
	runoff: Runoff,
	standing: Standing,
	votes: readonly number[],
	tied: readonly number[],
	round: RunoffRound,
): Outcome {
	const stated = { ...round, tied: keysOf(runoff, tied) };
	if (!runoff.followsCases) return { winners: standing.places, rounds: [stated] };
	const outcomes = tied.map((place) => runOff(runoff, without(standing, [place], votes)));
	const cases = outcomes.map(
		({ winners, rounds }, at): RunoffCase => ({
			eliminated: stated.tied[at] ?? "",
			winners: keysOf(runoff, winners),
			rounds,
		}),
	);
	return {
		winners: [...new Set(outcomes.flatMap(({ winners }) => winners))],
		rounds: [{ ...stated, cases }],
	};
}

function without(standing: Standing, leaving: readonly number[], votes: readonly number[]): Standing {
	return {
		places: standing.places.filter((place) => !leaving.includes(place)),
		history: [...standing.history, votes],
	};
}

/** The weight that stands first for each place among those that are in. */
function firstsOf({ keys, ballots }: Runoff, places: readonly number[]): readonly number[] {
	const votes = new Array<number>(keys.length).fill(0);
	const isIn = keys.map((_, place) => places.includes(place));
	for (const { places: preferred, weight } of ballots) {
		const first = preferred.find((place) => isIn[place]);
		if (first !== undefined) votes[first] = (votes[first] ?? 0) + weight;
	}
	return votes;
}

function hasWon(place: number, places: readonly number[], votes: readonly number[]): boolean {
	return places.length === 1 || 2 * (votes[place] ?? 0) > sum(votes);
}

/** [tie-break 1] Those with the fewest votes now, and when they last differed. */
function lastOf({ places, history }: Standing, votes: readonly number[]): readonly number[] {
	return bestOf(places, [...history, votes], Math.min);
}

/** [tie-break 2] One alone leaves; several do if together they have fewer than each of the others. */
function leaveTogether(
	last: readonly number[],
	places: readonly number[],
	votes: readonly number[],
): boolean {
	if (last.length === 1) return true;
	const together = last.reduce((total, place) => total + (votes[place] ?? 0), 0);
	const others = places.filter((place) => !last.includes(place));
	return others.length > 0 && others.every((place) => (votes[place] ?? 0) > together);
}

function roundOf(runoff: Runoff, places: readonly number[], votes: readonly number[]): RunoffRound {
	const all = runoff.ballots.reduce((total, { weight }) => total + weight, 0);
	return {
		votes: places.map((place) => ({ option: runoff.keys[place] ?? "", votes: votes[place] ?? 0 })),
		exhausted: all - sum(votes),
		eliminated: [],
		tied: [],
		cases: [],
	};
}

function keysOf({ keys }: Runoff, places: readonly number[]): readonly OptionKey[] {
	return keys.filter((_, place) => places.includes(place));
}

function sum(numbers: readonly number[]): number {
	return numbers.reduce((total, number) => total + number, 0);
}
