import { type DecisionRule, type Requirement, requirementsOf } from "../decisionRule.ts";
import type { PollMethod } from "../pollMethod.ts";
import type { DecisionRuleKind, ThresholdBase } from "../words.ts";

/** The key of a translation of what a requirement's share is taken of. */
export type BaseKey = `${ThresholdBase}_${"WITH" | "WITHOUT"}_ABSTENTIONS`;

/** The key of the translation of a requirement: a clause after "if". */
export type RequirementKey =
	| Exclude<DecisionRuleKind, "TWO_THIRDS" | "THREE_QUARTERS">
	| "ABSOLUTE_MAJORITY_OF_CHOICE"
	| "SHARE"
	| "SHARE_OF_CHOICE";

/** A requirement as a clause to be translated, with its figures. */
export interface RequirementInWords {
	readonly key: RequirementKey;
	/** Exact shares as "2/3"; absent where there is none. */
	readonly share?: string;
	/** Of what; absent where the clause says it. */
	readonly base?: BaseKey;
}

/**
 * What must hold, requirement by requirement in the order of the result, as translation keys with their figures, so
 * that every language can say it before the vote. Clauses follow "adopted if", for choices "decided if".
 */
export function requirementsInWords(rule: DecisionRule, method: PollMethod): readonly RequirementInWords[] {
	const isOneThing = method === "YES_NO_ABSTAIN" || method === "CONSENT";
	return requirementsOf(rule, method).map((requirement) => inWords(requirement, isOneThing));
}

const shares = { TWO_THIRDS: "2/3", THREE_QUARTERS: "3/4" } as const;

function inWords(requirement: Requirement, isOneThing: boolean): RequirementInWords {
	if ("share" in requirement) {
		const { numerator, denominator } = requirement.share;
		return { key: requirement.kind, share: `${numerator}/${denominator}` };
	}
	if (!("base" in requirement)) return { key: requirement.kind };
	const { kind, base, countsAbstentions } = requirement;
	const of: BaseKey = `${base}_${countsAbstentions ? "WITH" : "WITHOUT"}_ABSTENTIONS`;
	if (kind === "ABSOLUTE_MAJORITY")
		return { key: isOneThing ? kind : "ABSOLUTE_MAJORITY_OF_CHOICE", base: of };
	return { key: isOneThing ? "SHARE" : "SHARE_OF_CHOICE", share: shares[kind], base: of };
}
