import { expect, test } from "vitest";
import { completeRule, isRuleFor } from "../decisionRule.ts";
import { ruleOf, threshold } from "../testing/decisionCases.ts";
import { requirementsInWords, rulePresets } from "./index.ts";

test("[V28] the five presets are rules of their methods, written out", () => {
	for (const { method, rule } of Object.values(rulePresets)) {
		expect(isRuleFor(method, rule)).toBe(true);
		expect(completeRule(rule, method)).toEqual(rule);
	}
	const asked = Object.entries(rulePresets).map(([name, { method, rule }]) => [
		name,
		method,
		requirementsInWords(rule, method).map(({ key, share }) => (share ? `${key} ${share}` : key)),
	]);
	expect(asked).toEqual([
		["ADOPT_RECOMMENDATION", "YES_NO_ABSTAIN", ["QUORUM 1/2", "MAJORITY_OF_PERSONS", "MAJORITY_OF_CITIES"]],
		["SIMPLE_MAJORITY", "YES_NO_ABSTAIN", ["QUORUM 1/2", "MAJORITY_OF_PERSONS"]],
		["TWO_THIRDS", "YES_NO_ABSTAIN", ["QUORUM 1/2", "SHARE 2/3"]],
		["CONSENT", "CONSENT", ["QUORUM 1/2", "NO_BLOCK", "SOMEBODY_AGREES"]],
		["CHOOSE_BY_PREFERENCE", "SCHULZE", ["QUORUM 1/2", "CLEAR_CHOICE"]],
	]);
});

test("[V27] each requirement is a clause with exact figures", () => {
	const asked = ruleOf({
		quorumOfCities: { numerator: 2, denominator: 3 },
		holdsQuorumAtClosing: true,
		...threshold("ABSOLUTE", "ENTITLED", true),
		needsMajorityOfEveryGroup: true,
	});
	expect(requirementsInWords(asked, "YES_NO_ABSTAIN")).toEqual([
		{ key: "QUORUM_OF_CITIES", share: "2/3" },
		{ key: "QUORUM_OF_CITIES_AT_CLOSING", share: "2/3" },
		{ key: "ABSOLUTE_MAJORITY", base: "ENTITLED_WITH_ABSTENTIONS" },
		{ key: "MAJORITY_OF_EVERY_GROUP" },
	]);
	expect(requirementsInWords(ruleOf(threshold("THREE_QUARTERS")), "APPROVAL")).toEqual([
		{ key: "SHARE_OF_CHOICE", share: "3/4", base: "CAST_WITHOUT_ABSTENTIONS" },
	]);
});
