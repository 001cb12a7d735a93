import type { OptionKey, PollSettings } from "../pollMethod.ts";
import { type BallotRow, rowsOf, type WeightedBallot } from "./ballots.ts";
import type { Sums } from "./CountResult.ts";
import { firstOf, levelsBy } from "./ranking.ts";

/** Options that say how somebody stands, and cannot win. */
const cannotWin = new Set<OptionKey>(["ABSTAIN"]);

/**
 * Choices, approval, score and dots: the option with the greatest sum of weight times value wins; equal sums are level.
 * Yes or no: the greater of the two.
 */
export function countSums(settings: PollSettings, ballots: readonly WeightedBallot[]) {
	const working = sumsOf(settings, rowsOf(settings, ballots));
	const contenders = working.sums.filter(({ option }) => !cannotWin.has(option));
	const sumAt = (place: number) => contenders[place]?.sum ?? 0;
	const ranking = levelsBy(
		contenders.map(({ option }) => option),
		(one, other) => sumAt(one) > sumAt(other),
	);
	const isDecided = contenders.some(({ sum }) => sum > 0);
	return { ...firstOf(ranking, isDecided), ranking, working };
}

/**
 * Consent: given when nobody blocks and somebody agrees, whatever the number of those who disagree. Then AGREE wins;
 * any block at all, and BLOCK does; otherwise nobody. There are no ties.
 */
export function countConsent(settings: PollSettings, ballots: readonly WeightedBallot[]) {
	const reasons = ballots.flatMap(({ answer }) => answer.reason ?? []).sort();
	const working = { ...sumsOf(settings, rowsOf(settings, ballots)), reasons };
	const sumOf = (key: OptionKey) => working.sums.find(({ option }) => option === key)?.sum ?? 0;
	const winner = sumOf("BLOCK") > 0 ? ["BLOCK"] : sumOf("AGREE") > 0 ? ["AGREE"] : [];
	const others = ["AGREE", "DISAGREE", "BLOCK"].filter((key) => !winner.includes(key));
	return { winners: winner, isTie: false, ranking: [winner, others].filter(({ length }) => length), working };
}

function sumsOf(settings: PollSettings, rows: readonly BallotRow[]): Sums {
	const sums = settings.options.map(({ key }, place) => ({
		option: key,
		sum: rows.reduce((sum, { values, weight }) => sum + (values[place] ?? 0) * weight, 0),
	}));
	return { kind: "SUMS", sums, reasons: [] };
}
