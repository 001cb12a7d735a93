import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalJson } from "../canonicalJson.ts";
import { type BallotAnswer, readAnswer } from "./answer.ts";
import { optionsOf, type PollLimits, PollMethod, type PollSettings, readSettings } from "./pollMethod.ts";

const LABELS = ["Lyon", "Gent", "Porto", "Turku"];

function settings(method: PollMethod): PollSettings {
	const labels = method === "YES_NO_ABSTAIN" || method === "CONSENT" ? [] : LABELS;
	return { method, options: optionsOf(method, labels), seats: 2, mostChosen: 2, dots: 5 };
}

/** "A1 C3" as marks. */
function marks(text: string) {
	const words = text.split(" ").filter(Boolean);
	return words.map((word) => ({ option: word.replace(/\d+$/, ""), value: Number(/\d+$/.exec(word)?.[0]) }));
}

function inWords(answer: BallotAnswer | null): string | null {
	return answer?.marks.map(({ option, value }) => `${option}${value}`).join(" ") ?? null;
}

describe("an answer is read as its method takes it", () => {
	test.each([
		["YES_NO_ABSTAIN", "YES1", "YES1"],
		["YES_NO_ABSTAIN", "ABSTAIN1", "ABSTAIN1"],
		["YES_NO_ABSTAIN", "", null],
		["YES_NO_ABSTAIN", "YES1 NO1", null],
		["YES_NO_ABSTAIN", "YES2", null],
		["YES_NO_ABSTAIN", "A1", null],
		["SINGLE_CHOICE", "C1", "C1"],
		["SINGLE_CHOICE", "", ""],
		["SINGLE_CHOICE", "A1 B1", null],
		["SINGLE_CHOICE", "A0", null],
		["SINGLE_CHOICE", "E1", null],
		["MULTIPLE_CHOICE", "C1 A1", "A1 C1"],
		["MULTIPLE_CHOICE", "A1 B1 C1", null],
		["APPROVAL", "D1 B1 C1 A1", "A1 B1 C1 D1"],
		["APPROVAL", "A1 A1", null],
		["SCORE", "B5 A0 D1", "B5 D1"],
		["SCORE", "A6", null],
		["DOTS", "B3 A2", "A2 B3"],
		["DOTS", "B3 A3", null],
		["DOTS", "A0 B0", ""],
		["SCHULZE", "B1 A1 C4", "A1 B1 C2"],
		["SCHULZE", "B2 A4", "A2 B1"],
		["SCHULZE", "A5", null],
		["INSTANT_RUNOFF", "B1 A2", "A2 B1"],
		["INSTANT_RUNOFF", "B1 A1", null],
		["SINGLE_TRANSFERABLE_VOTE", "D1 C3", "C2 D1"],
		["SINGLE_TRANSFERABLE_VOTE", "A0", null],
		["MAJORITY_JUDGMENT", "A6 B1 C2", "A6 B1 C2 D1"],
		["MAJORITY_JUDGMENT", "A7", null],
		["MAJORITY_JUDGMENT", "A0", null],
		["CONSENT", "DISAGREE1", "DISAGREE1"],
		["CONSENT", "BLOCK1", null],
	] as const)("%s: %j is %j", (method, given, expected) => {
		expect(inWords(readAnswer(settings(method), { marks: marks(given) }))).toBe(expected);
	});

	test("a block has a reason, and nothing else has", () => {
		const consent = settings("CONSENT");
		const block = { marks: marks("BLOCK1"), reason: " It harms us. " };
		expect(readAnswer(consent, block)).toEqual({ marks: marks("BLOCK1"), reason: "It harms us." });
		expect(readAnswer(consent, { ...block, reason: " " })).toBeNull();
		expect(readAnswer(consent, { ...block, reason: "x".repeat(1_001) })).toBeNull();
		expect(readAnswer(consent, { ...block, reason: "\ud800" })).toBeNull();
		expect(readAnswer(consent, { ...block, marks: marks("AGREE1") })).toBeNull();
		expect(readAnswer(settings("APPROVAL"), { marks: [], reason: null })).toEqual({ marks: [] });
	});

	test("what is no answer at all is none", () => {
		const anything = fc.oneof(
			fc.anything(),
			fc.record({ marks: fc.anything() }),
			fc.record({ marks: fc.array(fc.anything()) }),
		);
		fc.assert(
			fc.property(fc.constantFrom(...Object.values(PollMethod)), anything, (method, given) => {
				const answer = readAnswer(settings(method), given);
				expect(answer === null || Array.isArray(answer.marks)).toBe(true);
			}),
		);
		for (const value of [0.5, -1, Number.NaN, "1", null, 2 ** 60])
			expect(readAnswer(settings("SCORE"), { marks: [{ option: "A", value }] })).toBeNull();
	});

	test("read again it is the same, and one text whatever the order of its marks", () => {
		const given = fc.uniqueArray(
			fc.record({ option: fc.constantFrom("A", "B", "C", "D", "YES"), value: fc.nat(7) }),
			{ selector: ({ option }) => option },
		);
		fc.assert(
			fc.property(fc.constantFrom(...Object.values(PollMethod)), given, (method, some) => {
				const answer = readAnswer(settings(method), { marks: some });
				const other = readAnswer(settings(method), { marks: some.toReversed() });
				expect(canonicalJson(other)).toBe(canonicalJson(answer));
				if (answer) expect(readAnswer(settings(method), answer)).toEqual(answer);
			}),
			{ numRuns: 1_000 },
		);
	});
});

describe("a poll's settings", () => {
	test("name their options by letters, or bring their own along", () => {
		expect(optionsOf("APPROVAL", LABELS).map(({ key }) => key)).toEqual(["A", "B", "C", "D"]);
		expect(optionsOf("YES_NO_ABSTAIN", []).map(({ key }) => key)).toEqual(["YES", "NO", "ABSTAIN"]);
		expect(optionsOf("CONSENT", [])).toContainEqual({ key: "BLOCK", label: "" });
	});

	test.each<[PollMethod, string[], PollLimits, boolean]>([
		["YES_NO_ABSTAIN", [], {}, true],
		["YES_NO_ABSTAIN", ["Yes", "No"], {}, false],
		["YES_NO_ABSTAIN", [], { dots: 3 }, false],
		["SINGLE_CHOICE", LABELS, {}, true],
		["SINGLE_CHOICE", ["Lyon"], {}, false],
		["SINGLE_CHOICE", ["Lyon", " Lyon "], {}, false],
		["SINGLE_CHOICE", ["Lyon", " "], {}, false],
		["SINGLE_CHOICE", ["Lyon", "x".repeat(201)], {}, false],
		["SINGLE_CHOICE", ["Lyon", "turned \u202e round"], {}, false],
		["SINGLE_CHOICE", Array.from({ length: 26 }, (_, n) => `Option ${n}`), {}, true],
		["SINGLE_CHOICE", Array.from({ length: 27 }, (_, n) => `Option ${n}`), {}, false],
		["MULTIPLE_CHOICE", LABELS, { mostChosen: 4 }, true],
		["MULTIPLE_CHOICE", LABELS, { mostChosen: 5 }, false],
		["MULTIPLE_CHOICE", LABELS, {}, false],
		["DOTS", LABELS, { dots: 100 }, true],
		["DOTS", LABELS, { dots: 0 }, false],
		["DOTS", LABELS, { dots: 1.5 }, false],
		["SINGLE_TRANSFERABLE_VOTE", LABELS, { seats: 2 }, true],
		["SINGLE_TRANSFERABLE_VOTE", LABELS, { seats: 2, dots: 2 }, false],
	])("%s with %j and %o: %s", (method, labels, limits, isRead) => {
		const read = readSettings(method, labels, limits);
		expect(read !== null).toBe(isRead);
		if (read) expect(read).toEqual({ method, options: optionsOf(method, labels), ...limits });
	});
});
