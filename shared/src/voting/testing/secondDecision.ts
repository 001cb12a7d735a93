import type { DecisionRule } from "../decisionRule.ts";
import type { Delegate } from "./decisionCases.ts";

/**
 * Whether a yes-or-no poll is adopted, decided a second time by going through the delegates with big fractions, sharing
 * nothing with `decide`.
 */
export function secondDecision(rule: DecisionRule, delegates: readonly Delegate[]): boolean {
	const present = delegates.filter(({ isPresent }) => isPresent);
	const remaining = delegates.filter(({ isThereAtClosing }) => isThereAtClosing);
	const rooms = rule.holdsQuorumAtClosing ? [present, remaining] : [present];
	const cities = rule.quorumOfCities ?? { numerator: 0, denominator: 1 };
	const isQuorate = rooms.every(
		(room) =>
			reaches(room.length, delegates.length, rule.quorum) &&
			reaches(namesOf(room, "city").length, namesOf(delegates, "city").length, cities),
	);
	const citiesFor = namesOf(present, "city").map((city) =>
		isFor(present.filter((delegate) => delegate.city === city)),
	);
	const groupsFor = namesOf(present, "group").map((group) =>
		isFor(present.filter((delegate) => delegate.group === group)),
	);
	const most = citiesFor.filter(Boolean).length > citiesFor.filter((city) => !city).length;
	const all = groupsFor.length > 0 && groupsFor.every(Boolean);
	return (
		isQuorate &&
		isReached(rule, present, delegates) &&
		(!rule.needsMajorityOfCities || most) &&
		(!rule.needsMajorityOfEveryGroup || all)
	);
}

function isReached(rule: DecisionRule, present: readonly Delegate[], all: readonly Delegate[]): boolean {
	const { kind, base, countsAbstentions } = rule.threshold ?? {
		kind: "SIMPLE",
		base: "CAST",
		countsAbstentions: false,
	};
	const yes = weigh(present, "YES");
	if (kind === "SIMPLE") return yes > weigh(present, "NO");
	const bases = {
		CAST: weigh(present, "YES") + weigh(present, "NO") + weigh(present, "ABSTAIN"),
		PRESENT: weigh(present),
		ENTITLED: weigh(all),
	};
	const of = bases[base] - (countsAbstentions ? 0n : weigh(present, "ABSTAIN"));
	if (yes === 0n) return false;
	if (kind === "ABSOLUTE") return yes + yes > of;
	return kind === "TWO_THIRDS" ? yes + yes + yes >= of + of : 4n * yes >= 3n * of;
}

function weigh(delegates: readonly Delegate[], said?: string): bigint {
	let sum = 0n;
	for (const delegate of delegates)
		if (said === undefined || delegate.said === said) sum += BigInt(delegate.weight);
	return sum;
}

function isFor(delegates: readonly Delegate[]): boolean {
	return weigh(delegates, "YES") > weigh(delegates, "NO");
}

function namesOf(delegates: readonly Delegate[], of: "city" | "group"): readonly string[] {
	return [...new Set(delegates.map((delegate) => delegate[of]))];
}

function reaches(have: number, of: number, share: { numerator: number; denominator: number }): boolean {
	return BigInt(have) * BigInt(share.denominator) >= BigInt(of) * BigInt(share.numerator);
}
