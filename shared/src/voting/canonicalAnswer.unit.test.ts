import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalJson } from "../canonicalJson.ts";
import { answerText, readAnswer } from "./answer.ts";
import { methods, pollCase, settingsOf } from "./testing/pollCases.ts";

const seeds = fc.nat(2 ** 31 - 1);

/** Every answer that a random poll of the method takes, read. */
function answersOf(seed: number, method: (typeof methods)[number]) {
	const { settings, ballots } = pollCase(method, seed);
	return { settings, answers: ballots.map(({ answer }) => answer) };
}

describe("the canonical form of an answer [V20]", () => {
	test.each(methods)("%s: read again it is the same, in whatever order its marks come", (method) => {
		fc.assert(
			fc.property(seeds, (seed) => {
				const { settings, answers } = answersOf(seed, method);
				for (const answer of answers) {
					expect(readAnswer(settings, answer)).toEqual(answer);
					const turned = { ...answer, marks: answer.marks.toReversed() };
					expect(canonicalJson(readAnswer(settings, turned))).toBe(canonicalJson(answer));
					const parsed: unknown = JSON.parse(canonicalJson(answer));
					expect(readAnswer(settings, parsed)).toEqual(answer);
				}
			}),
		);
	});

	/** PostgreSQL gives members back in an order of its own. */
	test.each(methods)("%s: has one text, in whatever order its members come", (method) => {
		fc.assert(
			fc.property(seeds, (seed) => {
				for (const answer of answersOf(seed, method).answers) {
					const marks = answer.marks.map(({ option, value }) => ({ value, option }));
					const turned = answer.reason === undefined ? { marks } : { reason: answer.reason, marks };
					expect(answerText(turned)).toBe(canonicalJson(answer));
				}
			}),
		);
	});

	test.each(methods)("%s: anything that is added to it is refused", (method) => {
		const { settings, answers } = answersOf(7, method);
		const twice = (answer: (typeof answers)[number]) => [...answer.marks, ...answer.marks.slice(0, 1)];
		const foreign = { option: "Z", value: 1 };
		expect(answers.length).toBeGreaterThan(0);
		for (const answer of answers) {
			const marks = answer.marks;
			expect(readAnswer(settings, { ...answer, voter: "me" })).toBeNull();
			expect(readAnswer(settings, { ...answer, marks: [...marks, foreign] })).toBeNull();
			expect(readAnswer(settings, JSON.parse('{"marks":[],"__proto__":{"marks":[]}}'))).toBeNull();
			if (marks.length === 0) continue;
			expect(readAnswer(settings, { ...answer, marks: twice(answer) })).toBeNull();
			const heavy = marks.map((mark) => ({ ...mark, weight: 2 }));
			expect(readAnswer(settings, { ...answer, marks: heavy })).toBeNull();
			const great = marks.map((mark) => ({ ...mark, value: 1_000 }));
			expect(readAnswer(settings, { ...answer, marks: great })).toBeNull();
		}
	});

	test("ranks have no gaps", () => {
		const settings = settingsOf("SCHULZE", 4);
		const marks = [
			{ option: "D", value: 4 },
			{ option: "B", value: 2 },
			{ option: "C", value: 4 },
		];
		const read = readAnswer(settings, { marks })?.marks;
		expect(read?.map(({ option, value }) => `${option}${value}`)).toEqual(["B1", "C2", "D2"]);
	});

	test("who rejects everything is told from who abstains", () => {
		const settings = settingsOf("MAJORITY_JUDGMENT", 3);
		const rejecting = readAnswer(settings, { marks: [{ option: "B", value: 1 }] });
		expect(rejecting?.marks.map(({ option, value }) => `${option}${value}`)).toEqual(["A1", "B1", "C1"]);
		expect(readAnswer(settings, { marks: [] })?.marks).toEqual([]);
	});
});
