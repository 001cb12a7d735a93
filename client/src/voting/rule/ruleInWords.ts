import { type DecisionRule, type PollMethod, requirementsOf } from "@crossroads/shared";
import type { TFunction } from "i18next";

/**
 * A decision rule as one sentence in the reader's language, to be read before the vote. `entitled`: how many delegates
 * are on the event's list; null while it is not known, then the sentence does without the number.
 */
export function ruleInWords(
	t: TFunction<"voting">,
	rule: DecisionRule,
	entitled: number | null,
	method: PollMethod,
): string {
	const kinds = requirementsOf(rule, method).map(({ kind }) => kind);
	const majority = kinds.includes("MAJORITY_OF_CITIES") ? "PersonsAndCities" : "Persons";
	const asked = kinds.includes("MAJORITY_OF_PERSONS") ? majority : "Most";
	if (!kinds.includes("QUORUM")) return t(`rule.noQuorum${asked}`);
	const share = `${rule.quorum.numerator}/${rule.quorum.denominator}`;
	if (entitled === null) return t(`rule.shareOfDelegates${asked}`, { share });
	return t(`rule.quorum${asked}`, { share, count: entitled });
}

/** Whether a ballot may be changed, as one sentence. */
export function ballotChangeInWords(t: TFunction<"voting">, rule: DecisionRule): string {
	return t(rule.allowsBallotChange ? "rule.ballotCanChange" : "rule.ballotCannotChange");
}
