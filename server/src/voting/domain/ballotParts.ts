import type { WeightedBallot } from "@crossroads/shared";
import type { Ballot } from "./Poll.ts";

/** [V30] What a ballot says, and with what weight each: one answer with all of it, or the parts of a split vote. */
export function partsOf(
	{ answer, parts }: Pick<Ballot, "answer" | "parts">,
	weight: number,
): readonly WeightedBallot[] {
	return parts ?? [{ answer, weight }];
}
