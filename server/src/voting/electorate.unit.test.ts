import { GREATEST_WEIGHT, optionsOf, readAnswer, readSplit } from "@crossroads/shared";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalElectorate, refusalOfWeights } from "./domain/electorate/electorate.ts";
import { comparePaperEntries, type PaperBatch } from "./domain/electorate/paperBallots.ts";
import { electorsAtOpening, type ProxyGrant, refusalToGrant } from "./domain/electorate/proxies.ts";
import type { Elector } from "./domain/Poll.ts";

/** Grants written as "a→b": a asks b to vote in a's stead. */
function grants(...lines: readonly string[]): ProxyGrant[] {
	return lines.map((line) => {
		const [principalId = "", proxyId = ""] = line.split("→");
		return { principalId, proxyId };
	});
}

const people = ["a", "b", "c", "d", "e"];
const facts = { state: "PREPARED", entitledIds: new Set(people), grants: [], cap: 2 } as const;

function refusalOf(wish: string, ...standing: readonly string[]) {
	const [grant] = grants(wish);
	return grant ? refusalToGrant(grant, { ...facts, grants: grants(...standing) }) : null;
}

describe("a proxy [V29]", () => {
	test.each([
		["a→b", [], null],
		["a→b", ["c→b"], null],
		["a→b", ["c→b", "d→b"], "proxy-has-too-many"],
		["a→a", [], "proxy-to-oneself"],
		["a→x", [], "not-entitled"],
		["x→a", [], "not-entitled"],
		["a→b", ["a→b"], "proxy-already-given"],
		["a→c", ["a→b"], "proxy-already-given"],
		["b→c", ["a→b"], "proxy-would-chain"],
		["a→b", ["b→c"], "proxy-would-chain"],
		["b→a", ["a→b"], "proxy-would-chain"],
	])("%s beside %j: %s", (wish, standing, refusal) => {
		expect(refusalOf(wish, ...standing)).toBe(refusal);
	});

	test.each(["OPEN", "CLOSED", "PUBLISHED"] as const)("is not given once the poll is %s", (state) => {
		const [grant] = grants("a→b");
		expect(refusalToGrant(grant!, { ...facts, state })).toBe("poll-already-opened");
	});

	const wishes = fc.array(
		fc.record({ principalId: fc.constantFrom(...people), proxyId: fc.constantFrom(...people) }),
		{ maxLength: 20 },
	);
	/** Whatever is wished for in whatever order, and what is granted by this judge. */
	function granted(all: readonly ProxyGrant[], refuses: typeof refusalToGrant) {
		const standing: ProxyGrant[] = [];
		for (const wish of all) if (refuses(wish, { ...facts, grants: standing }) === null) standing.push(wish);
		return standing;
	}
	/** How many steps a vote goes from hand to hand; more than there are people: for ever. */
	function stepsFrom(personId: string, standing: readonly ProxyGrant[], steps = 0): number {
		const next = standing.find(({ principalId }) => principalId === personId);
		return next && steps <= people.length ? stepsFrom(next.proxyId, standing, steps + 1) : steps;
	}
	const isSound = (standing: readonly ProxyGrant[]) =>
		people.every((person) => {
			const held = standing.filter(({ proxyId }) => proxyId === person).length;
			return stepsFrom(person, standing) <= 1 && held <= facts.cap;
		}) && new Set(standing.map(({ principalId }) => principalId)).size === standing.length;

	test("never makes a chain, a circle, or a proxy with more than the cap", () => {
		fc.assert(fc.property(wishes, (all) => isSound(granted(all, refusalToGrant))));
	});

	test.each(["proxy-would-chain", "proxy-has-too-many", "proxy-already-given", "proxy-to-oneself"])(
		"and the test would find it without %s",
		(forgotten) => {
			const careless: typeof refusalToGrant = (grant, given) => {
				const refusal = refusalToGrant(grant, given);
				return refusal === forgotten ? null : refusal;
			};
			const sample = fc.sample(wishes, { numRuns: 500, seed: 1 });
			expect(sample.some((all) => !isSound(granted(all, careless)))).toBe(true);
		},
	);
});

describe("the electorate at opening [V3] [V29] [V30]", () => {
	const entitled = people.map(
		(personId): Elector => ({ personId, partnerId: "p", group: "CITIZENS", weight: 1 }),
	);
	const inWords = (present: readonly string[], ...given: readonly string[]) =>
		electorsAtOpening(entitled, new Set(present), grants(...given))
			.map(({ personId, proxyId }) => (proxyId ? `${personId}→${proxyId}` : personId))
			.join(" ");

	test("is who is present, and who is represented by somebody present", () => {
		expect(inWords(["a", "b"])).toBe("a b");
		expect(inWords(["a", "b"], "c→b", "d→e")).toBe("a b c→b");
		expect(inWords(["a", "b"], "a→b")).toBe("a b");
	});

	test("has its proxies in its hash", () => {
		const electors = electorsAtOpening(entitled, new Set(["a"]), grants("b→a"));
		expect(canonicalElectorate(electors)).toBe("a p CITIZENS 1\nb p CITIZENS 1 a\n");
	});

	test.each([
		[[1, 1, 1], null],
		[[], null],
		[[GREATEST_WEIGHT], null],
		[[GREATEST_WEIGHT, 1], "weights-too-great"],
		[[1, 0], "invalid-input"],
		[[1.5], "invalid-input"],
		[[Number.NaN], "invalid-input"],
	])("may weigh %j: %s", (weights, refusal) => {
		expect(refusalOfWeights(weights)).toBe(refusal);
	});
});

const settings = { method: "APPROVAL", options: optionsOf("APPROVAL", ["", "", ""]) } as const;

/** An approval of these options. */
function approving(...options: readonly string[]) {
	const answer = readAnswer(settings, { marks: options.map((option) => ({ option, value: 1 })) });
	if (!answer) throw new Error("no answer");
	return answer;
}

describe("a delegation that votes as one [V30]", () => {
	test("splits its weight as its head says, equal answers together", () => {
		const parts = [
			{ answer: approving("B"), weight: 2 },
			{ answer: { marks: [] }, weight: 1 },
			{ answer: { marks: [{ option: "B", value: 1 }] }, weight: 4 },
		];
		expect(readSplit(settings, 7, parts)).toEqual([
			{ answer: approving(), weight: 1 },
			{ answer: approving("B"), weight: 6 },
		]);
	});

	test.each([
		["too little", [3, 3], "split-does-not-add-up"],
		["too much", [4, 4], "split-does-not-add-up"],
		["nothing", [], "split-does-not-add-up"],
		["a part of nothing", [7, 0], "invalid-input"],
		["less than nothing", [8, -1], "invalid-input"],
		["half a vote", [6.5, 0.5], "invalid-input"],
	])("cannot give out %s", (_, weights, refusal) => {
		const parts = weights.map((weight) => ({ answer: approving("A"), weight }));
		expect(readSplit(settings, 7, parts)).toBe(refusal);
	});

	test("cannot give out what is no answer", () => {
		expect(readSplit(settings, 1, [{ answer: { marks: [{ option: "Z", value: 1 }] }, weight: 1 }])).toBe(
			"invalid-input",
		);
	});
});

describe("paper ballots [V32]", () => {
	const batch = (personId: string, papers: Readonly<Record<number, readonly string[]>>): PaperBatch => ({
		personId,
		entries: Object.entries(papers).map(([paper, options]) => ({
			paper: Number(paper),
			answer: approving(...options),
		})),
	});
	const first = batch("anna", { 1: ["A", "B"], 2: ["C"], 3: [] });

	test("count where two persons read them alike, in whatever order", () => {
		const second = batch("bela", { 3: [], 1: ["B", "A"], 2: ["C"] });
		expect(comparePaperEntries(first, second)).toEqual({ agreed: first.entries, differing: [] });
	});

	test("are shown where the two differ, or one has missed them", () => {
		const second = batch("bela", { 1: ["A", "B"], 2: ["B"], 4: ["C"] });
		expect(comparePaperEntries(first, second)).toEqual({
			agreed: [{ paper: 1, answer: approving("A", "B") }],
			differing: [
				{ paper: 2, first: approving("C"), second: approving("B") },
				{ paper: 3, first: approving(), second: null },
				{ paper: 4, first: null, second: approving("C") },
			],
		});
	});

	test("are not compared with one's own, nor entered twice", () => {
		expect(comparePaperEntries(first, { ...first })).toBe("same-person-entered-both");
		const twice = { personId: "bela", entries: [...first.entries, ...first.entries.slice(0, 1)] };
		expect(comparePaperEntries(first, twice)).toBe("paper-entered-twice");
	});
});
