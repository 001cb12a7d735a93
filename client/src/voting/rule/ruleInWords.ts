import { type DecisionRule, requirementsOf } from "@crossroads/shared";
import type { TFunction } from "i18next";

/**
 * A decision rule as one sentence in the reader's language, to be read before the vote. `entitled`: how many delegates
 * are on the event's list; null while it is not known, then the sentence does without the number.
 */
export function ruleInWords(t: TFunction<"voting">, rule: DecisionRule, entitled: number | null): string {
	const kinds = requirementsOf(rule).map(({ kind }) => kind);
	const cities = kinds.includes("MAJORITY_OF_CITIES") ? "AndCities" : "";
	if (!kinds.includes("QUORUM")) return t(`rule.persons${cities}`);
	const share = `${rule.quorum.numerator}/${rule.quorum.denominator}`;
	if (entitled === null) return t(`rule.shareOfDelegatesPersons${cities}`, { share });
	return t(`rule.quorumPersons${cities}`, { share, count: entitled });
}

/** Whether a ballot may be changed, as one sentence. */
export function ballotChangeInWords(t: TFunction<"voting">, rule: DecisionRule): string {
	return t(rule.allowsBallotChange ? "rule.ballotCanChange" : "rule.ballotCannotChange");
}
