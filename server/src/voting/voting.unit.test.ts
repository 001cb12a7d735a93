import {
	BallotChoice,
	completeRule,
	type DecisionRule,
	type OptionKey,
	optionsOf,
	type PollMethod,
	StakeholderGroup,
} from "@crossroads/shared";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decideBallot } from "./domain/ballotDecision.ts";
import { currentPollOf } from "./domain/currentPoll.ts";
import { decidePoll, type PollFacts } from "./domain/decidePoll.ts";
import { canonicalElectorate, headcountOf } from "./domain/electorate/electorate.ts";
import { cleanQuestion, type NewPollQuestion, settingsOf } from "./domain/newPoll.ts";
import { refusalToClose, refusalToOpen, refusalToPublish } from "./domain/pollTransitions.ts";
import { mayReadBallots, mayReadCounts, mayReadResult } from "./domain/pollVisibility.ts";
import { type TallyCells, talliedOptions, tallyOf } from "./domain/tally.ts";
import { newReceipt } from "./receipt.ts";
import { aBallot } from "./testing/ballots.ts";
import { secondCount, type Voter } from "./testing/secondCount.ts";

const half = { numerator: 1, denominator: 2 };
const simple: DecisionRule = { quorum: half, needsMajorityOfCities: false, allowsBallotChange: false };
const double: DecisionRule = { ...simple, needsMajorityOfCities: true };

const yesOrNo = optionsOf("YES_NO_ABSTAIN", []);

/** Electors of a partner and group who said the same; option null: those who are silent. */
interface Said {
	readonly partnerId: string;
	readonly group: StakeholderGroup;
	readonly option: OptionKey | null;
	readonly value?: number;
	readonly count: number;
}

/** Words such as "A yes 3": three electors of city A said yes. A fourth word is the group. */
function said(...lines: string[]): Said[] {
	return lines.map((line) => {
		const [partnerId, option, count, group = "CITIZENS"] = line.split(" ") as [
			string,
			string,
			string,
			never?,
		];
		return {
			partnerId,
			option: option === "silent" ? null : option.toUpperCase(),
			count: Number(count),
			group,
		};
	});
}

function tallyOfSaid(all: readonly Said[], options = yesOrNo) {
	const cells: TallyCells = {
		turnout: all.map(({ partnerId, group, option, count }) => ({
			partnerId,
			group,
			electors: count,
			ballots: option === null ? 0 : count,
		})),
		marks: all.flatMap(({ partnerId, group, option, value = 1, count }) =>
			option === null ? [] : [{ partnerId, group, option, value, ballots: count, weight: count }],
		),
	};
	return tallyOf(options, [...new Set(all.map(({ partnerId }) => partnerId))].sort(), cells);
}

/** The facts of these electors, who were all there from the opening to the closing, each of weight 1. */
function factsOf(all: readonly Said[], entitled: number): PollFacts {
	const electors = all.flatMap(({ partnerId, group, count }) =>
		Array.from({ length: count }, () => ({ partnerId, group, weight: 1 })),
	);
	const ballots = all.flatMap(({ partnerId, group, option, value = 1, count }) =>
		Array.from({ length: option === null ? 0 : count }, () => ({
			partnerId,
			group,
			weight: 1,
			answer: { marks: [{ option: option as OptionKey, value }] },
		})),
	);
	const present = headcountOf(electors);
	const entitledCounts = { persons: entitled, cities: present.cities, weight: entitled };
	return { entitled: entitledCounts, present, presentAtClosing: present, electors, ballots };
}

function decideBy(method: PollMethod, rule: DecisionRule, facts: PollFacts) {
	const settings = { method, options: optionsOf(method, ["Lyon", "Gent", "Porto"]) };
	return decidePoll({ id: "p", settings, rule: completeRule(rule, method) }, facts, () => "0").result;
}

function decide(rule: DecisionRule, entitled: number, ...lines: string[]) {
	return decideBy("YES_NO_ABSTAIN", rule, factsOf(said(...lines), entitled));
}

describe("the decision [V9]", () => {
	test("lists every requirement with its figures", () => {
		expect(decide(double, 30, "A yes 8", "A abstain 2", "B yes 5", "B no 1", "C no 4", "C silent 1")).toEqual(
			{
				isAdopted: true,
				winners: [],
				rules: [
					{ kind: "QUORUM", isMet: true, have: 21, of: 30, needed: 15 },
					{ kind: "MAJORITY_OF_PERSONS", isMet: true, have: 13, of: 18, needed: 10 },
					{ kind: "MAJORITY_OF_CITIES", isMet: true, have: 2, of: 3, needed: 2 },
				],
			},
		);
	});

	test.each([
		["nobody voted", simple, 10, ["A silent 10"], false],
		["all abstain", simple, 10, ["A abstain 10"], false],
		["one yes and nine abstentions", simple, 10, ["A yes 1", "A abstain 9"], true],
		["a tie", simple, 10, ["A yes 5", "A no 5"], false],
		["one more yes than no", simple, 11, ["A yes 6", "A no 5"], true],
		["exactly half present", simple, 10, ["A yes 5"], true],
		["one less than half present", simple, 11, ["A yes 5"], false],
		["silent voters count as present", simple, 10, ["A yes 1", "A silent 4"], true],
		["exactly half of the cities", double, 20, ["A yes 9", "B no 1", "B silent 1"], false],
		["a divided city is not for", double, 20, ["A yes 9", "B yes 1", "B no 1"], false],
		["a silent city is not for, and counts", double, 20, ["A yes 9", "B silent 1"], false],
		["persons for, cities against", double, 20, ["A yes 9", "B no 1", "C no 1"], false],
		["cities for, persons against", double, 20, ["A yes 1", "B yes 1", "C no 9"], false],
		["both for", double, 20, ["A yes 4", "B yes 4", "C no 3"], true],
	] as const)("%s", (_, rule, entitled, lines, isAdopted) => {
		expect(decide(rule, entitled, ...lines).isAdopted).toBe(isAdopted);
	});

	const voter = fc.record<Voter>({
		city: fc.constantFrom("A", "B", "C", "D"),
		choice: fc.constantFrom<Voter["choice"]>("YES", "NO", "ABSTAIN", null),
	});
	const quorum = fc.integer({ min: 1, max: 12 }).chain((denominator) =>
		fc.record({
			numerator: fc.integer({ min: 0, max: denominator }),
			denominator: fc.constant(denominator),
		}),
	);
	const rule = fc.record({ quorum, needsMajorityOfCities: fc.boolean(), allowsBallotChange: fc.boolean() });

	function factsOfVoters(voters: readonly Voter[], entitled: number) {
		const all = voters.map(({ city, choice }) => ({
			partnerId: city,
			option: choice,
			count: 1,
			group: "CITIZENS" as const,
		}));
		return factsOf(all, entitled);
	}

	test("agrees with a second count that shares nothing with it, a thousand times", () => {
		fc.assert(
			fc.property(rule, fc.array(voter, { maxLength: 40 }), fc.nat(40), (anyRule, voters, absent) => {
				const entitled = voters.length + absent;
				const { isAdopted } = decideBy("YES_NO_ABSTAIN", anyRule, factsOfVoters(voters, entitled));
				expect(isAdopted).toBe(secondCount(anyRule, entitled, voters));
			}),
			{ numRuns: 1_000 },
		);
	});

	test("states for each requirement that it is met exactly when it has what is needed", () => {
		fc.assert(
			fc.property(rule, fc.array(voter, { maxLength: 40 }), fc.nat(40), (anyRule, voters, absent) => {
				const facts = factsOfVoters(voters, voters.length + absent);
				const { isAdopted, rules } = decideBy("YES_NO_ABSTAIN", anyRule, facts);
				for (const { isMet, have, needed } of rules) expect(isMet).toBe(have >= needed);
				expect(isAdopted).toBe(rules.every(({ isMet }) => isMet));
			}),
			{ numRuns: 1_000 },
		);
	});
});

describe("the tally", () => {
	const tally = tallyOfSaid(
		said("B yes 2 CITIZENS", "A no 1 CIVIL_SOCIETY", "B silent 3 CITIZENS", "A yes 1 CITIZENS"),
	);

	test("counts the whole, each partner and each group", () => {
		expect(tally).toMatchObject({ cast: 4, electorateSize: 7 });
		expect(tally.byPartner).toMatchObject([
			{ partnerId: "A", cast: 2, electorateSize: 2 },
			{ partnerId: "B", cast: 2, electorateSize: 5 },
		]);
		expect(tally.byGroup.map(({ group }) => group)).toEqual(Object.values(StakeholderGroup));
		expect(tally.byGroup[2]).toMatchObject({ cast: 0, electorateSize: 0 });
	});

	test("lists every choice, also those that nobody made", () => {
		expect(tally.counts.map(({ choice }) => choice)).toEqual(Object.values(BallotChoice));
		expect(tally.counts.map(({ points }) => points)).toEqual([3, 1, 0]);
	});

	test("is nothing for a poll without electors", () => {
		expect(tallyOfSaid([])).toMatchObject({ cast: 0, electorateSize: 0, byPartner: [] });
	});

	test("counts no option of a ranked poll: a sum of ranks would show a leader where there is none [V15]", () => {
		const options = optionsOf("SCHULZE", ["x", "y"]);
		expect(talliedOptions({ method: "SCHULZE", options })).toEqual([]);
		expect(talliedOptions({ method: "MAJORITY_JUDGMENT", options })).toBe(options);
	});

	test("adds up values: how many ballots give which, and how many points that makes", () => {
		const score = (option: OptionKey | null, value: number, count: number): Said => ({
			partnerId: "A",
			group: "CITIZENS",
			option,
			value,
			count,
		});
		const scores = tallyOfSaid(
			[score("B", 5, 2), score("B", 1, 3), score("A", 4, 1)],
			optionsOf("SCORE", ["x", "y"]),
		);
		expect(scores.counts).toEqual([
			{ choice: "A", count: 1, points: 4, values: [{ value: 4, ballots: 1, weight: 1 }] },
			{
				choice: "B",
				count: 5,
				points: 13,
				values: [
					{ value: 1, ballots: 3, weight: 3 },
					{ value: 5, ballots: 2, weight: 2 },
				],
			},
		]);
		expect(scores.byPartner[0]?.counts).toEqual(scores.counts);
	});
});

describe("a decision among options [V33]", () => {
	const among = (rule: DecisionRule, entitled: number, ...lines: string[]) =>
		decideBy("SINGLE_CHOICE", rule, factsOf(said(...lines), entitled));

	test.each([
		["the one with the most", ["X a 3", "X b 4"], ["B"], true],
		["none of two that have as many", ["X a 4", "X b 4", "X c 1"], ["A", "B"], false],
		["none where nobody chose", ["X silent 9"], [], false],
	] as const)("chooses %s", (_, lines, winners, isAdopted) => {
		expect(among(simple, 9, ...lines)).toMatchObject({ winners, isAdopted });
	});

	test.each([
		["ABSOLUTE", ["X a 5", "X b 4"], true],
		["ABSOLUTE", ["X a 4", "X b 3", "X c 1"], false],
		["TWO_THIRDS", ["X a 6", "X b 3"], true],
		["TWO_THIRDS", ["X a 5", "X b 4"], false],
	] as const)("a share of the votes is the winner's: %s of %j: %s [V27]", (kind, lines, isAdopted) => {
		const rule = { ...simple, threshold: { kind, base: "CAST", countsAbstentions: false } as const };
		expect(among(rule, 9, ...lines)).toMatchObject({ winners: ["A"], isAdopted });
	});

	test("needs the quorum, and no majority", () => {
		const rules = [
			{ kind: "QUORUM", isMet: true },
			{ kind: "CLEAR_CHOICE", isMet: true, have: 1, of: 1, needed: 1 },
		];
		const met = { isAdopted: true, winners: ["A"], rules };
		expect(among(simple, 18, "X a 4", "X b 3", "X c 2")).toMatchObject(met);
		expect(among(simple, 19, "X a 4", "X b 3", "X c 2")).toMatchObject({ isAdopted: false, winners: ["A"] });
	});
});

describe("a poll that may be prepared [V1] [V33]", () => {
	const wish: NewPollQuestion = {
		method: "YES_NO_ABSTAIN",
		options: [],
		limits: {},
		rule: simple,
		recommendationVersionId: null,
	};
	const consent = { kind: "CONSENT", base: "CAST", countsAbstentions: false } as const;
	const ofPresent = { kind: "SIMPLE", base: "PRESENT", countsAbstentions: false } as const;
	const twoThirds: DecisionRule = { ...simple, threshold: { ...ofPresent, kind: "TWO_THIRDS" } };
	const everyGroup: DecisionRule = { ...double, needsMajorityOfEveryGroup: true };
	const among: NewPollQuestion = { ...wish, method: "SINGLE_CHOICE", options: ["Lyon", "Gent"] };
	test.each<[string, NewPollQuestion, boolean]>([
		["yes and no", { ...wish, rule: double, recommendationVersionId: "v" }, true],
		["yes and no with options", { ...wish, options: ["Yes", "No"] }, false],
		["two options", among, true],
		["one option", { ...among, options: ["Lyon"] }, false],
		["options with a majority of cities", { ...among, rule: double }, false],
		["options that decide on a text", { ...among, recommendationVersionId: "v" }, false],
		[
			"more than everybody",
			{ ...wish, rule: { ...simple, quorum: { numerator: 3, denominator: 2 } } },
			false,
		],
		["a ranking", { ...among, method: "SCHULZE" }, true],
		["a ranking by two thirds", { ...among, method: "SCHULZE", rule: twoThirds }, false],
		["a choice by two thirds", { ...among, rule: twoThirds }, true],
		["an election", { ...among, method: "SINGLE_TRANSFERABLE_VOTE", limits: { seats: 2 } }, true],
		["an election without seats", { ...among, method: "SINGLE_TRANSFERABLE_VOTE" }, false],
		["seats for a choice", { ...among, limits: { seats: 1 } }, false],
		["consent on a text", { ...wish, method: "CONSENT", rule: double, recommendationVersionId: "v" }, true],
		["consent by cities and groups", { ...wish, method: "CONSENT", rule: everyGroup }, true],
		["choices by groups", { ...among, rule: everyGroup }, false],
		["yes and no by consent", { ...wish, rule: { ...simple, threshold: consent } }, false],
		["a base without a share", { ...wish, rule: { ...simple, threshold: ofPresent } }, false],
		[
			"more cities than there are",
			{ ...wish, rule: { ...simple, quorumOfCities: { numerator: 3, denominator: 2 } } },
			false,
		],
	])("%s: %s", (_, asked, isAllowed) => {
		expect(settingsOf(asked) !== null).toBe(isAllowed);
	});
});

describe("a poll's life [V2] [V3]", () => {
	test.each([
		["PREPARED", {}, null],
		["PREPARED", { isAnotherPollOpen: true }, "another-poll-is-open"],
		["PREPARED", { present: 0 }, "nobody-is-present"],
		["PREPARED", { isAnotherPollOpen: true, present: 0 }, "another-poll-is-open"],
		["OPEN", {}, "poll-already-opened"],
		["CLOSED", { present: 0 }, "poll-already-opened"],
		["PUBLISHED", {}, "poll-already-opened"],
	] as const)("opening when %s and %o: %s", (state, facts, refusal) => {
		expect(refusalToOpen(state, { isAnotherPollOpen: false, present: 3, ...facts })).toBe(refusal);
	});

	test.each([
		["PREPARED", "poll-not-open", "poll-not-closed"],
		["OPEN", null, "poll-not-closed"],
		["CLOSED", "poll-closed", null],
		["PUBLISHED", "poll-closed", "state-does-not-allow"],
	] as const)("when %s: closing %s, publishing %s", (state, toClose, toPublish) => {
		expect(refusalToClose(state)).toBe(toClose);
		expect(refusalToPublish(state, true)).toBe(toPublish);
	});

	test("who sees what, and when [V13] [V14] [V15]", () => {
		const results = (["PREPARED", "OPEN", "CLOSED", "PUBLISHED"] as const).map((state) => [
			mayReadResult({ state }, true),
			mayReadResult({ state }, false),
			mayReadBallots({ state, secrecy: "NAMED" }),
			mayReadBallots({ state, secrecy: "SECRET" }),
			mayReadCounts({ state, secrecy: "NAMED" }),
			mayReadCounts({ state, secrecy: "SECRET" }),
		]);
		expect(results).toEqual([
			[false, false, false, false, true, false],
			[false, false, false, false, true, false],
			[true, false, false, false, true, false],
			[true, true, true, false, true, true],
		]);
	});
});

describe("a ballot's fate [V5] [V6] [V7]", () => {
	const mine = { pollId: "p", personId: "v" };
	const stored = aBallot({ ...mine, idempotencyKey: "k1", choice: "NO" });
	const open = { state: "OPEN", allowsBallotChange: true, isElector: true, stored: null } as const;

	test("a changed ballot keeps when it was first cast", () => {
		const castAt = new Date(stored.castAt.getTime() + 1);
		const changed = decideBallot(aBallot({ ...mine, castAt }), { ...open, stored });
		expect(changed).toMatchObject({ kind: "changed", ballot: { castAt: stored.castAt, changedAt: castAt } });
	});

	test("a repeated key gets the stored ballot in every state", () => {
		for (const state of ["OPEN", "CLOSED", "PUBLISHED"] as const) {
			const repeated = decideBallot(aBallot({ ...mine, idempotencyKey: "k1" }), { ...open, state, stored });
			expect(repeated).toEqual({ kind: "repeated", ballot: stored });
		}
	});
});

describe("the electorate [V3]", () => {
	const electors = ["c", "a", "b"].map((personId) => ({
		personId,
		partnerId: "p",
		group: "CITIZENS" as const,
		weight: 1,
	}));

	test("is the same text in whatever order its electors come", () => {
		expect(canonicalElectorate(electors)).toBe("a p CITIZENS 1\nb p CITIZENS 1\nc p CITIZENS 1\n");
		expect(canonicalElectorate(electors.toReversed())).toBe(canonicalElectorate(electors));
	});
});

test.each([
	["  Do we adopt it?  ", "Do we adopt it?"],
	["", null],
	[" \n ", null],
	["x".repeat(1_000), "x".repeat(1_000)],
	["x".repeat(1_001), null],
	["😀".repeat(1_000), "😀".repeat(1_000)],
	["with a\nline", "with a\nline"],
	["nul\0", null],
	["half \ud800 a pair", null],
	["turned \u202e round", null],
])("[V1] a question %j is kept as %j", (text, kept) => {
	expect(cleanQuestion(text)).toBe(kept);
});

describe("the current poll of a session [V18]", () => {
	const poll = (
		id: string,
		state: "PREPARED" | "OPEN" | "CLOSED" | "PUBLISHED",
		agendaItemId: string | null,
	) => ({
		id,
		state,
		agendaItemId,
	});
	test.each([
		["the open one, whatever is current", [poll("1", "PREPARED", "x"), poll("2", "OPEN", "y")], "2"],
		["the newest decided one of the item", [poll("1", "PREPARED", "x"), poll("2", "CLOSED", "x")], "2"],
		["no decided one of another item", [poll("1", "PUBLISHED", "y"), poll("2", "PREPARED", null)], "2"],
		["no prepared one of another item", [poll("1", "PREPARED", "y")], undefined],
		["none", [], undefined],
	])("is %s", (_, polls, expected) => {
		expect(currentPollOf(polls, "x")?.id).toBe(expected);
	});
});

test("[V19] a receipt is short, can be read aloud, and is a new one every time", () => {
	const receipts = Array.from({ length: 1_000 }, newReceipt);
	for (const receipt of receipts) expect(receipt).toMatch(/^[2-9A-HJKMNP-TV-Z]{5}-[2-9A-HJKMNP-TV-Z]{5}$/);
	expect(new Set(receipts).size).toBe(1_000);
});
