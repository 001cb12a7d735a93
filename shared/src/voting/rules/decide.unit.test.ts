import { describe, expect, test } from "vitest";
import { completeRule, type DecisionRule, isRuleFor } from "../decisionRule.ts";
import type { PollMethod } from "../pollMethod.ts";
import { type Delegate, delegatesOf, factsOf, ruleOf, threshold } from "../testing/decisionCases.ts";
import { type Decision, decide } from "./index.ts";

const half = { numerator: 1, denominator: 2 };
const twoThirds = { numerator: 2, denominator: 3 };

interface Edge {
	readonly name: string;
	readonly method?: PollMethod;
	readonly rule: DecisionRule;
	readonly delegates: readonly Delegate[];
	readonly isAdopted: boolean;
}

function edge(name: string, rule: Partial<DecisionRule>, isAdopted: boolean, ...lines: string[]): Edge {
	return { name, rule: ruleOf(rule), delegates: delegatesOf(...lines), isAdopted };
}

function consent(name: string, isAdopted: boolean, ...lines: string[]): Edge {
	return { ...edge(name, {}, isAdopted, ...lines), method: "CONSENT" };
}

function choice(name: string, rule: Partial<DecisionRule>, isAdopted: boolean, ...lines: string[]): Edge {
	return { ...edge(name, rule, isAdopted, ...lines), method: "SINGLE_CHOICE" };
}

const ofPresent = { quorum: half };
const bothTimes = { quorum: half, holdsQuorumAtClosing: true };
const ofCities = { quorumOfCities: twoThirds };
const every = { needsMajorityOfEveryGroup: true };

/** Row 47 of the threats: abstentions, exactly two thirds, nobody voted, weights, ties. */
const edges: readonly Edge[] = [
	edge("simple: a tie", {}, false, "A yes 5", "A no 5"),
	edge("simple: one more", {}, true, "A yes 6", "A no 5"),
	edge("simple: one yes among abstentions", {}, true, "A yes", "A abstain 9"),
	edge("simple: nobody voted", {}, false, "A silent 9"),
	edge("simple: all abstain", {}, false, "A abstain 9"),
	edge("simple: weights decide, not heads", {}, true, "A yes 1 x6", "A no 5"),
	edge("simple: heads do not decide against weights", {}, false, "A yes 5", "A no 1 x6"),
	edge("simple: a tie of weights", {}, false, "A yes 5", "A no 1 x5"),
	edge("absolute: exactly half", threshold("ABSOLUTE"), false, "A yes 5", "A no 5"),
	edge(
		"absolute: more than half, abstentions aside",
		threshold("ABSOLUTE"),
		true,
		"A yes 3",
		"A no 2",
		"A abstain 5",
	),
	edge(
		"absolute: abstentions count",
		threshold("ABSOLUTE", "CAST", true),
		false,
		"A yes 3",
		"A no 2",
		"A abstain 5",
	),
	edge(
		"absolute: silent ones are not cast",
		threshold("ABSOLUTE", "CAST", true),
		true,
		"A yes 3",
		"A silent 5",
	),
	edge("absolute of those present", threshold("ABSOLUTE", "PRESENT", true), false, "A yes 3", "A silent 3"),
	edge(
		"absolute of those present: one more",
		threshold("ABSOLUTE", "PRESENT", true),
		true,
		"A yes 4",
		"A silent 3",
	),
	edge(
		"absolute of those present, abstentions aside",
		threshold("ABSOLUTE", "PRESENT"),
		true,
		"A yes 3",
		"A abstain 3",
		"A silent 2",
	),
	edge("absolute of all entitled", threshold("ABSOLUTE", "ENTITLED", true), false, "A yes 5", "A absent 5"),
	edge(
		"absolute of all entitled: one more",
		threshold("ABSOLUTE", "ENTITLED", true),
		true,
		"A yes 6",
		"A absent 5",
	),
	edge(
		"absolute of all entitled by weight",
		threshold("ABSOLUTE", "ENTITLED", true),
		false,
		"A yes 6",
		"A absent x6",
	),
	edge("absolute: nobody voted", threshold("ABSOLUTE"), false, "A silent 9"),
	edge("two thirds: exactly", threshold("TWO_THIRDS"), true, "A yes 20", "A no 10"),
	edge(
		"two thirds: exactly, of great weights",
		threshold("TWO_THIRDS"),
		true,
		"A yes x1431655764",
		"A no x715827882",
	),
	edge(
		"two thirds: one short of great weights",
		threshold("TWO_THIRDS"),
		false,
		"A yes x1431655763",
		"A no x715827882",
	),
	edge("two thirds: one short", threshold("TWO_THIRDS"), false, "A yes 19", "A no 10"),
	edge("two thirds: of a hundred are 67", threshold("TWO_THIRDS"), false, "A yes 66", "A no 34"),
	edge("two thirds: 67 of a hundred", threshold("TWO_THIRDS"), true, "A yes 67", "A no 33"),
	edge("two thirds: abstentions aside", threshold("TWO_THIRDS"), true, "A yes 2", "A no", "A abstain 9"),
	edge(
		"two thirds: abstentions count",
		threshold("TWO_THIRDS", "CAST", true),
		false,
		"A yes 2",
		"A no",
		"A abstain",
	),
	edge("two thirds: nobody voted", threshold("TWO_THIRDS"), false, "A silent 9"),
	edge("two thirds: all abstain", threshold("TWO_THIRDS"), false, "A abstain 9"),
	edge(
		"two thirds of those present: silence counts against",
		threshold("TWO_THIRDS", "PRESENT", true),
		false,
		"A yes 2",
		"A silent 2",
	),
	edge("two thirds of all entitled", threshold("TWO_THIRDS", "ENTITLED", true), true, "A yes 2", "A absent"),
	edge("three quarters: exactly", threshold("THREE_QUARTERS"), true, "A yes 3", "A no"),
	edge("three quarters: one short", threshold("THREE_QUARTERS"), false, "A yes 8", "A no 3"),
	edge("three quarters: two thirds are not enough", threshold("THREE_QUARTERS"), false, "A yes 2", "A no"),
	edge("quorum: exactly half", ofPresent, true, "A yes 5", "A absent 5"),
	edge("quorum: one short", ofPresent, false, "A yes 5", "A absent 6"),
	edge("quorum: heads, not weights", ofPresent, false, "A yes x9", "A absent 2"),
	edge("quorum: silent ones are present", ofPresent, true, "A yes", "A silent 4", "A absent 5"),
	edge("quorum: those who left do not matter at opening", ofPresent, true, "A yes", "A left 4", "A absent 5"),
	edge("quorum at closing: those who left", bothTimes, false, "A yes 4", "A left 1", "A absent 5"),
	edge("quorum at closing: exactly half remain", bothTimes, true, "A yes 5", "A left 1", "A absent 4"),
	edge("quorum of cities: exactly", ofCities, true, "A yes", "B no", "A yes", "C absent 9"),
	edge("quorum of cities: one short", ofCities, false, "A yes 9", "B absent", "C absent"),
	edge(
		"quorum of cities at closing",
		{ ...ofCities, holdsQuorumAtClosing: true },
		false,
		"A yes 3",
		"B left",
		"C absent",
	),
	edge("cities: exactly half are not most", { needsMajorityOfCities: true }, false, "A yes 9", "B no"),
	edge("cities: a silent city is not for", { needsMajorityOfCities: true }, false, "A yes 9", "B silent"),
	edge(
		"cities: a divided city is not for",
		{ needsMajorityOfCities: true },
		false,
		"A yes 9",
		"B yes",
		"B no",
	),
	edge("cities: most", { needsMajorityOfCities: true }, true, "A yes 4", "B yes 4", "C no 3"),
	edge("cities: an absent city does not count", { needsMajorityOfCities: true }, true, "A yes", "B absent"),
	edge("groups: every one", every, true, "A yes 2 CITIZENS", "A yes CIVIL", "A yes EXPERTS"),
	edge("groups: one divided", every, false, "A yes 9 CITIZENS", "A yes CIVIL", "A no CIVIL"),
	edge("groups: one silent", every, false, "A yes 9 CITIZENS", "A silent CIVIL"),
	edge("groups: two of three", every, false, "A yes 9 CITIZENS", "A yes CIVIL", "A no EXPERTS"),
	edge("groups: an absent one does not count", every, true, "A yes CITIZENS", "A absent CIVIL"),
	consent("consent: nobody blocks, one agrees", true, "A agree", "A disagree 8", "A abstain 3"),
	consent("consent: one block", false, "A agree 99", "A block"),
	consent("consent: nobody agrees", false, "A disagree 3", "A abstain 2"),
	consent("consent: all abstain", false, "A abstain 5"),
	consent("consent: nobody voted", false, "A silent 5"),
	choice("choice: a clear first", {}, true, "A a 2", "A b"),
	choice("choice: a tie for the first place", {}, false, "A a 2", "A b 2"),
	choice("choice: nobody chose", {}, false, "A nobody 5"),
	choice("choice: more than half needed", threshold("ABSOLUTE"), false, "A a 2", "A b", "A c"),
	choice("choice: more than half", threshold("ABSOLUTE"), true, "A a 3", "A b", "A c"),
	choice("choice: empty ballots abstain", threshold("ABSOLUTE"), true, "A a 2", "A b", "A nobody 9"),
	choice(
		"choice: empty ballots count where asked",
		threshold("ABSOLUTE", "CAST", true),
		false,
		"A a 2",
		"A nobody 2",
	),
	{
		...edge("approval: a tie of two that most approve", threshold("ABSOLUTE"), false, "A a+b 3", "A c"),
		method: "APPROVAL",
	},
	{ ...edge("approval: most approve", threshold("ABSOLUTE"), true, "A a+b 3", "A a+c"), method: "APPROVAL" },
];

function decideEdge({ rule, method = "YES_NO_ABSTAIN", delegates }: Edge): Decision {
	return decide(rule, method, factsOf(method, delegates));
}

describe("the edges of quorum and majority [V9] [V25] [V26] [V27]", () => {
	test.each(edges.map((one) => [one.name, one] as const))("%s", (_, one) => {
		expect(decideEdge(one).isAdopted).toBe(one.isAdopted);
		expect(isRuleFor(one.method ?? "YES_NO_ABSTAIN", one.rule)).toBe(true);
	});
});

/** Each error that a table of edges must find, planted: what it would decide on an edge. */
describe("the table of edges would find", () => {
	type Wrong = (one: Edge) => boolean;
	const all = (decision: Decision, isMet: (rule: Decision["rules"][number]) => boolean) =>
		decision.rules.every(isMet);
	const withRule = (one: Edge, asked: Partial<DecisionRule>) =>
		decideEdge({ ...one, rule: { ...one.rule, ...asked } }).isAdopted;
	const withFacts = (one: Edge, change: (facts: ReturnType<typeof factsOf>) => object) => {
		const facts = factsOf(one.method ?? "YES_NO_ABSTAIN", one.delegates);
		return decide(one.rule, one.method ?? "YES_NO_ABSTAIN", { ...facts, ...change(facts) }).isAdopted;
	};
	const majorities = ["MAJORITY_OF_PERSONS", "ABSOLUTE_MAJORITY", "MAJORITY_OF_CITIES"];
	const shares = { TWO_THIRDS: 2 / 3, THREE_QUARTERS: 3 / 4 } as Record<string, number>;
	const rebased = (one: Edge, change: object) =>
		withRule(one, {
			threshold: { ...completeRule(one.rule, one.method ?? "YES_NO_ABSTAIN").threshold, ...change },
		});
	const planted: [string, Wrong][] = [
		[
			"half taken for a majority",
			(one) => all(decideEdge(one), (r) => (majorities.includes(r.kind) ? 2 * r.have >= r.of : r.isMet)),
		],
		[
			"more than a share asked",
			(one) =>
				all(decideEdge(one), (r) =>
					r.kind in shares || r.kind.startsWith("QUORUM") ? r.have > r.needed : r.isMet,
				),
		],
		[
			"a share of nobody taken for enough",
			(one) => all(decideEdge(one), (r) => (r.of === 0 ? true : r.isMet)),
		],
		[
			"a share rounded to the nearest",
			(one) =>
				all(decideEdge(one), (r) =>
					r.kind in shares ? r.have >= Math.round(r.of * (shares[r.kind] ?? 1)) : r.isMet,
				),
		],
		[
			"a share in single precision",
			(one) =>
				all(decideEdge(one), (r) =>
					r.kind in shares ? Math.fround(r.have / r.of) >= Math.fround(shares[r.kind] ?? 1) : r.isMet,
				),
		],
		[
			"abstentions counted against",
			(one) =>
				withFacts(one, ({ stand }) => ({ stand: { ...stand, against: stand.against + stand.abstained } })),
		],
		["abstentions counted where they are not", (one) => rebased(one, { countsAbstentions: true })],
		["abstentions left out where they count", (one) => rebased(one, { countsAbstentions: false })],
		["those present taken for those who voted", (one) => rebased(one, { base: "CAST" })],
		["all entitled taken for those present", (one) => rebased(one, { base: "PRESENT" })],
		[
			"weights ignored",
			(one) => decideEdge({ ...one, delegates: one.delegates.map((of) => ({ ...of, weight: 1 })) }).isAdopted,
		],
		[
			"weights counted for the quorum",
			(one) =>
				withFacts(one, ({ persons, weightPresent }) => ({ persons: { ...persons, present: weightPresent } })),
		],
		["the quorum at closing forgotten", (one) => withRule(one, { holdsQuorumAtClosing: false })],
		[
			"the quorum of cities forgotten",
			(one) => withRule(one, { quorumOfCities: { numerator: 0, denominator: 1 } }),
		],
		["the cities forgotten", (one) => withRule(one, { needsMajorityOfCities: false })],
		["the groups forgotten", (one) => withRule(one, { needsMajorityOfEveryGroup: false })],
		[
			"silent cities left out",
			(one) =>
				withFacts(one, ({ byCity }) => ({ byCity: byCity.filter((city) => city.for + city.against > 0) })),
		],
		[
			"silent groups left out",
			(one) =>
				withFacts(one, ({ byGroup }) => ({
					byGroup: byGroup.filter((group) => group.for + group.against > 0),
				})),
		],
		["a block overlooked", (one) => withFacts(one, ({ stand }) => ({ stand: { ...stand, blocked: 0 } }))],
		[
			"consent without agreement",
			(one) => all(decideEdge(one), (r) => r.kind === "SOMEBODY_AGREES" || r.isMet),
		],
		["a tie taken for a choice", (one) => withFacts(one, ({ places }) => ({ placesFilled: places }))],
	];
	test.each(planted)("%s", (_, decidesWrong) => {
		expect(edges.some((one) => decidesWrong(one) !== one.isAdopted)).toBe(true);
	});
});
