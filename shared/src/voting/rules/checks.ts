import type { RuleResult } from "../decisionRule.ts";
import { type Fraction, fewestFor } from "../Fraction.ts";
import type { DecisionRuleKind } from "../words.ts";

/** Met with the fewest that are needed, or more. */
function meet(kind: DecisionRuleKind, have: number, of: number, needed: number): RuleResult {
	return { kind, isMet: have >= needed, have, of, needed };
}

/** [V10] The share of the entitled that is present at opening; exactly the share is enough. */
export function checkQuorum(present: number, entitled: number, share: Fraction): RuleResult {
	return checkQuorumOf("QUORUM", present, entitled, share);
}

/** [V10] [V25] The same for cities, and at closing. */
export function checkQuorumOf(kind: DecisionRuleKind, have: number, of: number, share: Fraction): RuleResult {
	return meet(kind, have, of, fewestFor(of, share));
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

/** [V11] [V26] More than half: of nobody, nobody has it. */
export function checkMajority(kind: DecisionRuleKind, have: number, of: number): RuleResult {
	const half = (of - (of % 2)) / 2;
	return meet(kind, have, of, half + 1);
}

/** [V26] At least this share, and at least one; exactly the share is enough. */
export function checkShare(kind: DecisionRuleKind, have: number, of: number, share: Fraction): RuleResult {
	return meet(kind, have, of, Math.max(1, fewestFor(of, share)));
}

/** All of them, and at least one. */
export function checkAll(kind: DecisionRuleKind, have: number, of: number): RuleResult {
	return meet(kind, have, of, Math.max(1, of));
}

/** At least one of them. */
export function checkAny(kind: DecisionRuleKind, have: number, of: number): RuleResult {
	return meet(kind, have, of, 1);
}
