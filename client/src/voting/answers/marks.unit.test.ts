import { type BallotAnswer, optionsOf, type PollMethod } from "@crossroads/shared";
import { describe, expect, it } from "vitest";
import { spentIn, valueGiven, wholeAnswer, withValue } from "./marks.ts";

const answer = (marks: Record<string, number>, reason?: string): BallotAnswer => ({
	marks: Object.entries(marks).map(([option, value]) => ({ option, value })),
	...(reason !== undefined && { reason }),
});
const settings = (method: PollMethod) => ({
	method,
	options: optionsOf(method, ["Trees", "Benches"]),
	dots: 3,
});

describe("marking options", () => {
	it("replaces an option's value, and is nothing again when the last mark is taken back", () => {
		const five = withValue(null, "A", 5);
		expect(valueGiven(withValue(five, "A", 2), "A")).toBe(2);
		expect(withValue(five, "A", 0, "isNothingAtZero")).toBeNull();
		expect(valueGiven(withValue(five, "A", 0), "A")).toBe(0);
	});

	it("ends an abstention", () => {
		expect(withValue({ marks: [] }, "B", 1)).toEqual(answer({ B: 1 }));
	});

	it("counts the dots that are given away", () => {
		expect(spentIn(null)).toBe(0);
		expect(spentIn(answer({ A: 2, B: 1 }))).toBe(3);
	});
});

describe("a whole answer", () => {
	it("is nothing before anything is entered, and an abstention where that is said", () => {
		expect(wholeAnswer(settings("DOTS"), null)).toBeNull();
		expect(wholeAnswer(settings("DOTS"), { marks: [] })).toEqual({ marks: [] });
	});

	it("is what the server will read: zeros say nothing, and too many dots are no answer", () => {
		expect(wholeAnswer(settings("SCORE"), answer({ B: 4, A: 0 }))).toEqual(answer({ B: 4 }));
		expect(wholeAnswer(settings("DOTS"), answer({ A: 2, B: 2 }))).toBeNull();
	});

	it("waits for the reason of a block, and leaves it out of any other choice", () => {
		expect(wholeAnswer(settings("CONSENT"), answer({ BLOCK: 1 }, " "))).toBeNull();
		expect(wholeAnswer(settings("CONSENT"), answer({ BLOCK: 1 }, "No money."))).toEqual(
			answer({ BLOCK: 1 }, "No money."),
		);
		expect(wholeAnswer(settings("CONSENT"), answer({ AGREE: 1 }, "No money."))).toEqual(answer({ AGREE: 1 }));
	});
});
