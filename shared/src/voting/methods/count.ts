import type { PollSettings } from "../pollMethod.ts";
import { type WeightedBallot, weightOf } from "./ballots.ts";
import type { CountResult } from "./CountResult.ts";
import { countInstantRunoff } from "./countInstantRunoff.ts";
import { countMajorityJudgment } from "./countMajorityJudgment.ts";
import { countSchulze } from "./countSchulze.ts";
import { countConsent, countSums } from "./countSums.ts";
import { countTransferableVote } from "./countTransferableVote.ts";

/**
 * Counts a poll. The answers are canonical (`readAnswer`); their order leaves no trace in the result. `lotSeed`: the
 * sha-256 (hex) of `lotText`, by which the single transferable vote breaks its last ties; other methods draw no lots.
 * Throws RangeError for what is no ballot of this poll, and if all together weigh more than GREATEST_WEIGHT.
 */
export function count(
	settings: PollSettings,
	ballots: readonly WeightedBallot[],
	lotSeed: string,
): CountResult {
	const cast = weightOf(ballots);
	const abstaining = ballots.filter(({ answer }) => doesAbstain(answer));
	const abstained = abstaining.reduce((sum, { weight }) => sum + weight, 0);
	return { method: settings.method, cast, abstained, ...countBy(settings, ballots, lotSeed) };
}

function countBy(settings: PollSettings, ballots: readonly WeightedBallot[], lotSeed: string) {
	switch (settings.method) {
		case "YES_NO_ABSTAIN":
		case "SINGLE_CHOICE":
		case "MULTIPLE_CHOICE":
		case "APPROVAL":
		case "SCORE":
		case "DOTS":
			return countSums(settings, ballots);
		case "CONSENT":
			return countConsent(settings, ballots);
		case "SCHULZE":
			return countSchulze(settings, ballots);
		case "INSTANT_RUNOFF":
			return countInstantRunoff(settings, ballots);
		case "SINGLE_TRANSFERABLE_VOTE":
			return countTransferableVote(settings, ballots, lotSeed);
		case "MAJORITY_JUDGMENT":
			return countMajorityJudgment(settings, ballots);
	}
}

function doesAbstain({ marks }: WeightedBallot["answer"]): boolean {
	return marks.every(({ option }) => option === "ABSTAIN");
}
