import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { completeRule, type DecisionRule, isRuleFor, requirementsOf } from "../decisionRule.ts";
import type { PollMethod } from "../pollMethod.ts";
import { delegatesOf, factsOf, ruleOf, threshold } from "../testing/decisionCases.ts";
import { secondDecision } from "../testing/secondDecision.ts";
import { ThresholdKind } from "../words.ts";
import { decide } from "./index.ts";

const half = { numerator: 1, denominator: 2 };
const twoThirds = { numerator: 2, denominator: 3 };
const every = { needsMajorityOfEveryGroup: true };

describe("a decision", () => {
	const share = fc.integer({ min: 1, max: 12 }).chain((denominator) =>
		fc.record({
			numerator: fc.integer({ min: 0, max: denominator }),
			denominator: fc.constant(denominator),
		}),
	);
	const rule: fc.Arbitrary<DecisionRule> = fc.record({
		quorum: share,
		quorumOfCities: share,
		holdsQuorumAtClosing: fc.boolean(),
		threshold: fc.oneof(
			fc.constant(threshold("SIMPLE").threshold),
			fc.record({
				kind: fc.constantFrom("ABSOLUTE", "TWO_THIRDS", "THREE_QUARTERS"),
				base: fc.constantFrom("CAST", "PRESENT", "ENTITLED"),
				countsAbstentions: fc.boolean(),
			}),
		) as fc.Arbitrary<DecisionRule["threshold"]>,
		needsMajorityOfCities: fc.boolean(),
		needsMajorityOfEveryGroup: fc.boolean(),
		allowsBallotChange: fc.constant(false),
	});
	const delegate = fc
		.record({
			city: fc.constantFrom("A", "B", "C"),
			group: fc.constantFrom("CITIZENS", "CIVIL", "EXPERTS"),
			weight: fc.oneof({ weight: 4, arbitrary: fc.constant(1) }, fc.integer({ min: 1, max: 2 ** 25 })),
			isPresent: fc.boolean(),
			isThereAtClosing: fc.boolean(),
			said: fc.constantFrom("YES", "YES", "YES", "NO", "ABSTAIN", null),
		})
		.map((one) => ({
			...one,
			isThereAtClosing: one.isPresent && one.isThereAtClosing,
			said: one.isPresent ? one.said : null,
		}));

	test("agrees with a second one that shares nothing with it, a thousand times", () => {
		fc.assert(
			fc.property(rule, fc.array(delegate, { maxLength: 30 }), (asked, delegates) => {
				const { isAdopted, rules } = decide(asked, "YES_NO_ABSTAIN", factsOf("YES_NO_ABSTAIN", delegates));
				expect(isAdopted).toBe(secondDecision(asked, delegates));
				for (const { isMet, have, needed } of rules) expect(isMet).toBe(have >= needed);
			}),
			{ numRuns: 1_000 },
		);
	});

	test("states each requirement with its figures, in the order of the rule", () => {
		const asked = ruleOf({
			quorum: half,
			quorumOfCities: twoThirds,
			holdsQuorumAtClosing: true,
			...threshold("TWO_THIRDS", "PRESENT", true),
			needsMajorityOfCities: true,
			...every,
		});
		const delegates = delegatesOf("A yes 2 x2 CIVIL", "B abstain 2 EXPERTS", "B left", "C absent 3");
		expect(decide(asked, "YES_NO_ABSTAIN", factsOf("YES_NO_ABSTAIN", delegates))).toEqual({
			isAdopted: false,
			rules: [
				{ kind: "QUORUM", isMet: true, have: 5, of: 8, needed: 4 },
				{ kind: "QUORUM_OF_CITIES", isMet: true, have: 2, of: 3, needed: 2 },
				{ kind: "QUORUM_AT_CLOSING", isMet: true, have: 4, of: 8, needed: 4 },
				{ kind: "QUORUM_OF_CITIES_AT_CLOSING", isMet: true, have: 2, of: 3, needed: 2 },
				{ kind: "TWO_THIRDS", isMet: false, have: 4, of: 7, needed: 5 },
				{ kind: "MAJORITY_OF_CITIES", isMet: false, have: 1, of: 2, needed: 2 },
				{ kind: "MAJORITY_OF_EVERY_GROUP", isMet: false, have: 1, of: 3, needed: 3 },
			],
		});
	});
});

describe("a rule [V24]", () => {
	const kinds = Object.values(ThresholdKind);
	test.each<[PollMethod, string]>([
		["YES_NO_ABSTAIN", "SIMPLE ABSOLUTE TWO_THIRDS THREE_QUARTERS"],
		["CONSENT", "SIMPLE ABSOLUTE TWO_THIRDS THREE_QUARTERS CONSENT"],
		["SINGLE_CHOICE", "NONE ABSOLUTE TWO_THIRDS THREE_QUARTERS"],
		["APPROVAL", "NONE ABSOLUTE TWO_THIRDS THREE_QUARTERS"],
		["SCHULZE", "NONE"],
		["SINGLE_TRANSFERABLE_VOTE", "NONE"],
	])("of a poll by %s may ask for %s", (method, expected) => {
		expect(kinds.filter((kind) => isRuleFor(method, ruleOf(threshold(kind)))).join(" ")).toBe(expected);
	});

	test("asks for cities and groups only where one thing is put to the vote", () => {
		for (const needs of [{ needsMajorityOfCities: true }, every]) {
			expect(isRuleFor("YES_NO_ABSTAIN", ruleOf(needs))).toBe(true);
			expect(isRuleFor("CONSENT", ruleOf(needs))).toBe(true);
			expect(isRuleFor("SINGLE_CHOICE", ruleOf(needs))).toBe(false);
		}
	});

	test("has no base where none is looked at, and shares that are shares", () => {
		expect(isRuleFor("YES_NO_ABSTAIN", ruleOf(threshold("SIMPLE", "PRESENT")))).toBe(false);
		expect(isRuleFor("YES_NO_ABSTAIN", ruleOf(threshold("SIMPLE", "CAST", true)))).toBe(false);
		expect(isRuleFor("YES_NO_ABSTAIN", ruleOf({ quorumOfCities: { numerator: 3, denominator: 2 } }))).toBe(
			false,
		);
		expect(isRuleFor("YES_NO_ABSTAIN", ruleOf({ quorum: { numerator: 1, denominator: 0 } }))).toBe(false);
	});

	test("written out is the same rule, and written out again nothing changes", () => {
		for (const method of ["YES_NO_ABSTAIN", "CONSENT", "SCHULZE"] as const) {
			const whole = completeRule(ruleOf(), method);
			expect(requirementsOf(whole, method)).toEqual(requirementsOf(ruleOf(), method));
			expect(completeRule(whole, method)).toEqual(whole);
		}
	});
});
