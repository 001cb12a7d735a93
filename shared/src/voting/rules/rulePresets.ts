import { completeRule, type DecisionRule } from "../decisionRule.ts";
import type { PollMethod } from "../pollMethod.ts";

/** The rules that facilitators choose by name; everything else stands behind "more". In the order in which they are offered. */
export const RulePresetName = {
	ADOPT_RECOMMENDATION: "ADOPT_RECOMMENDATION",
	SIMPLE_MAJORITY: "SIMPLE_MAJORITY",
	TWO_THIRDS: "TWO_THIRDS",
	CONSENT: "CONSENT",
	CHOOSE_BY_PREFERENCE: "CHOOSE_BY_PREFERENCE",
} as const;
/** One of the names. */
export type RulePresetName = keyof typeof RulePresetName;

/** A method with the rule that decides it. */
export interface RulePreset {
	readonly method: PollMethod;
	readonly rule: Required<DecisionRule>;
}

/** A method with half of the delegates present, and what else is needed. */
function preset(method: PollMethod, needs: Partial<DecisionRule> = {}): RulePreset {
	const quorum = { numerator: 1, denominator: 2 };
	const rule = { quorum, needsMajorityOfCities: false, allowsBallotChange: false, ...needs };
	return { method, rule: completeRule(rule, method) };
}

/** The five presets. */
export const rulePresets: Readonly<Record<RulePresetName, RulePreset>> = {
	/** More yes than no among persons, and in most of the cities. */
	ADOPT_RECOMMENDATION: preset("YES_NO_ABSTAIN", { needsMajorityOfCities: true }),
	/** More yes than no. */
	SIMPLE_MAJORITY: preset("YES_NO_ABSTAIN"),
	/** Two thirds of the votes for and against. */
	TWO_THIRDS: preset("YES_NO_ABSTAIN", {
		threshold: { kind: "TWO_THIRDS", base: "CAST", countsAbstentions: false },
	}),
	/** Nobody blocks, somebody agrees. */
	CONSENT: preset("CONSENT"),
	/** Ranking by Schulze's method; who comes first is chosen. */
	CHOOSE_BY_PREFERENCE: preset("SCHULZE"),
};
