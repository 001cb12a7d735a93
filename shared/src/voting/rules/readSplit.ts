import { canonicalJson } from "../../canonicalJson.ts";
import { type BallotAnswer, readAnswer } from "../answer.ts";
import type { WeightedBallot } from "../methods/index.ts";
import type { PollSettings } from "../pollMethod.ts";

/** Why a delegation's weight cannot be split so. */
export type SplitRefusal = "invalid-input" | "split-does-not-add-up";

/**
 * [V30] How the head of a delegation that votes as one distributes its weight: answers with the weight that each gets.
 * Given back canonical: equal answers put together, sorted by their texts. All of the weight is given out: what shall
 * not count is an abstention.
 */
export function readSplit(
	settings: PollSettings,
	weight: number,
	parts: readonly { readonly answer: unknown; readonly weight: unknown }[],
): readonly WeightedBallot[] | SplitRefusal {
	const weights = new Map<string, { answer: BallotAnswer; weight: number }>();
	let left = weight;
	for (const part of parts) {
		const answer = readAnswer(settings, part.answer);
		if (!answer || !isWeight(part.weight)) return "invalid-input";
		const text = canonicalJson(answer);
		weights.set(text, { answer, weight: part.weight + (weights.get(text)?.weight ?? 0) });
		left -= part.weight;
	}
	if (left !== 0) return "split-does-not-add-up";
	return [...weights].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, ballot]) => ballot);
}

function isWeight(weight: unknown): weight is number {
	return Number.isSafeInteger(weight) && (weight as number) >= 1;
}
