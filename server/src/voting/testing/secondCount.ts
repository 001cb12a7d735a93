import type { BallotChoice, DecisionRule } from "@crossroads/shared";

/** A voter as this count sees one: where from, and what was said; null: nothing. */
export interface Voter {
	readonly city: string;
	readonly choice: BallotChoice | null;
}

/**
 * The decision counted a second time, by going through the voters one by one with big integers, sharing nothing with
 * the domain: for the properties that compare the two.
 */
export function secondCount(rule: DecisionRule, entitled: number, voters: readonly Voter[]): boolean {
	let balance = 0n;
	const cities: Record<string, bigint> = {};
	for (const { city, choice } of voters) {
		const weight = choice === "YES" ? 1n : choice === "NO" ? -1n : 0n;
		balance += weight;
		cities[city] = (cities[city] ?? 0n) + weight;
	}
	const { numerator, denominator } = rule.quorum;
	const isQuorate = BigInt(voters.length) * BigInt(denominator) >= BigInt(entitled) * BigInt(numerator);
	const balances = Object.values(cities);
	const isDouble = balances.filter((of) => of > 0n).length > balances.filter((of) => of <= 0n).length;
	return isQuorate && balance > 0n && (!rule.needsMajorityOfCities || isDouble);
}
