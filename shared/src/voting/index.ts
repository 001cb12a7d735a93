export {
	checkMajorityOfCities,
	checkMajorityOfPersons,
	checkQuorum,
	type DecisionRule,
	isCityFor,
	type Requirement,
	type RuleResult,
	requirementsOf,
} from "./decisionRule.ts";
export { type Fraction, fewestFor, isFraction } from "./Fraction.ts";
export { type CastRefusal, type CastSituation, mayCast } from "./mayCast.ts";
export { BallotChoice, DecisionRuleKind, PollMethod, PollState, Secrecy } from "./words.ts";
