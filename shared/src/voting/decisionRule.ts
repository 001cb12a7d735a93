import { type Fraction, fewestFor, isAtLeast } from "./Fraction.ts";
import type { PollMethod } from "./pollMethod.ts";
import type { DecisionRuleKind } from "./words.ts";

/** How a poll is decided; fixed when the poll is prepared. */
export interface DecisionRule {
	/** The share of the entitled delegates who must be present when the poll opens. */
	readonly quorum: Fraction;
	/** Whether a majority of the cities is needed besides that of persons. */
	readonly needsMajorityOfCities: boolean;
	/** Whether a voter may change the ballot until the poll closes; the last one counts. */
	readonly allowsBallotChange: boolean;
}

/** One requirement of a rule, with its figures and whether it was met: "quorum 21 of 30 present: met". */
export interface RuleResult {
	readonly kind: DecisionRuleKind;
	readonly isMet: boolean;
	/** QUORUM: present; MAJORITY_OF_PERSONS: yes; MAJORITY_OF_CITIES: cities for. */
	readonly have: number;
	/** QUORUM: entitled; MAJORITY_OF_PERSONS: yes and no together; MAJORITY_OF_CITIES: cities with electors. */
	readonly of: number;
	/** The fewest with which it is met. */
	readonly needed: number;
}

/** What a rule asks for, without words: screens put it into their reader's language before the vote. */
export type Requirement =
	| { readonly kind: "QUORUM"; readonly share: Fraction }
	| { readonly kind: "MAJORITY_OF_PERSONS" | "MAJORITY_OF_CITIES" };

/**
 * A rule's requirements in the order of its result. A quorum of nothing is not listed. Majorities are of yes over no:
 * among options the one with the most is chosen, and nothing is required but the quorum.
 */
export function requirementsOf(rule: DecisionRule, method: PollMethod): readonly Requirement[] {
	const quorum: Requirement[] = rule.quorum.numerator > 0 ? [{ kind: "QUORUM", share: rule.quorum }] : [];
	if (method !== "YES_NO_ABSTAIN") return quorum;
	const cities: Requirement[] = rule.needsMajorityOfCities ? [{ kind: "MAJORITY_OF_CITIES" }] : [];
	return [...quorum, { kind: "MAJORITY_OF_PERSONS" }, ...cities];
}

/** [V10] The share of the entitled that is present at opening; exactly the share is enough. */
export function checkQuorum(present: number, entitled: number, share: Fraction): RuleResult {
	return {
		kind: "QUORUM",
		isMet: isAtLeast(present, entitled, share),
		have: present,
		of: entitled,
		needed: fewestFor(entitled, share),
	};
}

/** [V11] More yes than no. Abstentions count for neither; a tie, or nobody, is no majority. */
export function checkMajorityOfPersons(yes: number, no: number): RuleResult {
	return checkMajority("MAJORITY_OF_PERSONS", yes, yes + no);
}

/** [V12] For more than half of the cities that have electors, counted by `isCityFor`. */
export function checkMajorityOfCities(citiesFor: number, citiesWithElectors: number): RuleResult {
	return checkMajority("MAJORITY_OF_CITIES", citiesFor, citiesWithElectors);
}

/** [V12] A city is for when more of its electors said yes than no; silent and divided cities are not for. */
export function isCityFor(yes: number, no: number): boolean {
	return yes > no;
}

function checkMajority(kind: DecisionRuleKind, have: number, of: number): RuleResult {
	return { kind, isMet: 2 * have > of, have, of, needed: Math.trunc(of / 2) + 1 };
}
