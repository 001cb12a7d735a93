export {
	type BallotAnswer,
	BEST_GRADE,
	BEST_SCORE,
	isRanked,
	LONGEST_REASON,
	type Mark,
	readAnswer,
} from "./answer.ts";
export * from "./board/index.ts";
export { CODE_ALPHABET, codeSigns } from "./codeSigns.ts";
export {
	completeRule,
	type DecisionRule,
	isRuleFor,
	type Requirement,
	type RuleResult,
	requirementsOf,
	type Threshold,
} from "./decisionRule.ts";
export { type Fraction, fewestFor, isFraction } from "./Fraction.ts";
export { type CastRefusal, type CastSituation, mayCast } from "./mayCast.ts";
export * from "./methods/index.ts";
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
export * from "./rules/index.ts";
export * from "./sealing/index.ts";
export { BallotChoice, DecisionRuleKind, PollState, Secrecy, ThresholdBase, ThresholdKind } from "./words.ts";
