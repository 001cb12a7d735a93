export {
	type BallotAnswer,
	BEST_GRADE,
	BEST_SCORE,
	isRanked,
	LONGEST_REASON,
	type Mark,
	readAnswer,
} from "./answer.ts";
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
export {
	hasOwnOptions,
	LONGEST_OPTION_LABEL,
	MOST_DOTS,
	MOST_OPTIONS,
	type OptionKey,
	optionsOf,
	type PollLimits,
	PollMethod,
	type PollOption,
	type PollSettings,
	readSettings,
} from "./pollMethod.ts";
export { BallotChoice, DecisionRuleKind, PollState, Secrecy } from "./words.ts";
