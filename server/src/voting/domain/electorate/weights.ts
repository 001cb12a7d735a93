import { type Delegate, entitledElectors, refusalOfWeights } from "./electorate.ts";

/** What somebody shall weigh, or every delegate of a partner; exactly one of the two is named. */
export interface WeightWish {
	readonly personId: string | null;
	readonly partnerId: string | null;
	readonly weight: number;
}

/** Why weights cannot be set. */
export type WeightRefusal = "invalid-input" | "not-entitled" | "weights-too-great";

/**
 * [V30] All weights that stand once the wishes are fulfilled, one after the other, by person; who is not among them weighs
 * 1. Together with all others who are entitled they stay within what can be counted.
 */
export function weightsAfter(
	listed: readonly Delegate[],
	standing: ReadonlyMap<string, number>,
	wishes: readonly WeightWish[],
): ReadonlyMap<string, number> | WeightRefusal {
	const weights = new Map(standing);
	for (const { personId, partnerId, weight } of wishes) {
		if ((personId === null) === (partnerId === null)) return "invalid-input";
		const meant = listed.filter((one) => one.personId === personId || one.partnerId === partnerId);
		if (meant.length === 0) return "not-entitled";
		for (const one of meant) weights.set(one.personId, weight);
	}
	const all = entitledElectors(listed, [], weights).map(({ weight }) => weight);
	return refusalOfWeights(all) ?? new Map([...weights].filter(([, weight]) => weight > 1));
}
