import {
	type DecisionRule,
	type PollMethod,
	type RequirementInWords,
	type RequirementKey,
	type RulePresetName,
	requirementsInWords,
} from "@crossroads/shared";
import type { TFunction } from "i18next";

type VotingWords = TFunction<"voting">;

/**
 * A decision rule as one sentence in the reader's language, to be read before the vote. `entitled`: how many delegates
 * are on the event's list; null while it is not known, then the sentence does without the number.
 */
export function ruleInWords(
	t: VotingWords,
	rule: DecisionRule,
	entitled: number | null,
	method: PollMethod,
): string {
	const requirements = requirementsInWords(rule, method);
	const keys = requirements.map(({ key }) => key);
	if (isAddedUp.has(method) && keys.every((key) => isUsual.has(key)))
		return usualRule(t, rule, keys, entitled);
	const clauses = requirements.map((requirement) => clauseOf(t, requirement));
	const isOneThing = method === "YES_NO_ABSTAIN" || method === "CONSENT";
	return t(isOneThing ? "rule.adoptedIf" : "rule.decidedIf", { clauses });
}

/** What voters read before the vote: how one votes, where that needs words, and the rule. */
export function methodAndRuleInWords(
	t: VotingWords,
	rule: DecisionRule,
	entitled: number | null,
	method: PollMethod,
): string {
	const decided = ruleInWords(t, rule, entitled, method);
	return method === "YES_NO_ABSTAIN" ? decided : `${methodInWords(t, method).how} ${decided}`;
}

/** Whether a ballot may be changed, as one sentence. */
export function ballotChangeInWords(t: VotingWords, rule: DecisionRule): string {
	return t(rule.allowsBallotChange ? "rule.ballotCanChange" : "rule.ballotCannotChange");
}

/** A method's name, and in one sentence how one votes and who wins. */
export function methodInWords(t: VotingWords, method: PollMethod) {
	return { name: t(`method.${method}.name`), how: t(`method.${method}.how`) };
}

/** A preset's name, and in one sentence what it is for. */
export function presetInWords(t: VotingWords, preset: RulePresetName) {
	return { name: t(`preset.${preset}.name`), purpose: t(`preset.${preset}.purpose`) };
}

/** Methods where "the most votes" says who comes first. */
const isAddedUp: ReadonlySet<PollMethod> = new Set([
	"YES_NO_ABSTAIN",
	"SINGLE_CHOICE",
	"MULTIPLE_CHOICE",
	"APPROVAL",
	"SCORE",
	"DOTS",
]);

const isUsual: ReadonlySet<RequirementKey> = new Set([
	"QUORUM",
	"CLEAR_CHOICE",
	"MAJORITY_OF_PERSONS",
	"MAJORITY_OF_CITIES",
]);

/** The rules of most polls have sentences of their own, which read better than a list. */
function usualRule(
	t: VotingWords,
	{ quorum }: DecisionRule,
	keys: readonly RequirementKey[],
	entitled: number | null,
): string {
	const majority = keys.includes("MAJORITY_OF_CITIES") ? "PersonsAndCities" : "Persons";
	const asked = keys.includes("CLEAR_CHOICE") ? "Most" : majority;
	if (!keys.includes("QUORUM")) return t(`rule.noQuorum${asked}`);
	const share = `${quorum.numerator}/${quorum.denominator}`;
	if (entitled === null) return t(`rule.shareOfDelegates${asked}`, { share });
	return t(`rule.quorum${asked}`, { share, count: entitled });
}

function clauseOf(t: VotingWords, { key, share, base }: RequirementInWords): string {
	return t(`rule.clause.${key}`, { share, base: base && t(`rule.base.${base}`) });
}
