import { type PollSettings, readAnswer } from "@crossroads/shared";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lowered, marksOf, type Ranking, raised, rankingOf, rankOf, tapped } from "./ranking.ts";

const ABC: Ranking = [["A"], ["B"], ["C"]];

describe("tapping options", () => {
	it("ranks them one after the other", () => {
		expect(["B", "C", "A"].reduce<Ranking>(tapped, [])).toEqual([["B"], ["C"], ["A"]]);
	});

	it("leaves out what is tapped again, and the others close up", () => {
		expect(tapped(ABC, "B")).toEqual([["A"], ["C"]]);
		expect(rankOf(tapped(ABC, "B"), "C")).toBe(2);
		expect(rankOf(tapped(ABC, "B"), "B")).toBeNull();
	});
});

describe("moving an option where ranks are strict", () => {
	it("changes places with its neighbour", () => {
		expect(raised(ABC, "C", false)).toEqual([["A"], ["C"], ["B"]]);
		expect(lowered(ABC, "A", false)).toEqual([["B"], ["A"], ["C"]]);
	});

	it("goes from left out to the last rank, and from the last rank to left out", () => {
		expect(raised(ABC, "D", false)).toEqual([...ABC, ["D"]]);
		expect(lowered(ABC, "C", false)).toEqual([["A"], ["B"]]);
	});

	it("stops at both ends", () => {
		expect(raised(ABC, "A", false)).toEqual(ABC);
		expect(lowered(ABC, "D", false)).toEqual(ABC);
	});
});

describe("moving an option where ranks may be equal", () => {
	it("shares the rank above on its way past it", () => {
		const shared = raised(ABC, "C", true);
		expect(shared).toEqual([["A"], ["B", "C"]]);
		expect(raised(shared, "C", true)).toEqual([["A"], ["C"], ["B"]]);
	});

	it("shares the rank below on its way down, and leaves the last rank for none", () => {
		const shared = lowered(ABC, "A", true);
		expect(shared).toEqual([["B", "A"], ["C"]]);
		expect(lowered(shared, "A", true)).toEqual([["B"], ["A"], ["C"]]);
		expect(lowered(ABC, "C", true)).toEqual([["A"], ["B"]]);
	});

	it("can leave a shared first or last rank", () => {
		expect(raised([["A", "B"]], "B", true)).toEqual([["B"], ["A"]]);
		expect(lowered([["A", "B"]], "A", true)).toEqual([["B"], ["A"]]);
	});
});

const keys = ["A", "B", "C", "D", "E"];
const moves = fc.array(fc.tuple(fc.constantFrom("tap", "up", "down"), fc.constantFrom(...keys)), {
	maxLength: 30,
});
const reached = (steps: readonly (readonly [string, string])[], mayBeEqual: boolean) =>
	steps.reduce<Ranking>((ranking, [step, key]) => {
		if (step === "tap") return tapped(ranking, key);
		return (step === "up" ? raised : lowered)(ranking, key, mayBeEqual);
	}, []);

describe("whatever the moves", () => {
	it("the marks are a ballot that counts, and give the same ranking again", () => {
		fc.assert(
			fc.property(moves, fc.boolean(), (steps, mayBeEqual) => {
				const settings: PollSettings = {
					method: mayBeEqual ? "SCHULZE" : "INSTANT_RUNOFF",
					options: keys.map((key) => ({ key, label: key })),
				};
				const ranking = reached(steps, mayBeEqual);
				expect(readAnswer(settings, { marks: marksOf(ranking) })).not.toBeNull();
				expect(rankingOf(marksOf(ranking))).toEqual(ranking);
			}),
		);
	});

	it("a step up is undone by a step down from where it led", () => {
		fc.assert(
			fc.property(moves, fc.constantFrom(...keys), fc.boolean(), (steps, key, mayBeEqual) => {
				const before = reached(steps, mayBeEqual);
				const isFirstAlone = before[0]?.length === 1 && before[0][0] === key;
				fc.pre(!isFirstAlone);
				const back = lowered(raised(before, key, mayBeEqual), key, mayBeEqual);
				const asSets = (ranking: Ranking) => ranking.map((group) => [...group].sort());
				expect(asSets(back)).toEqual(asSets(before));
			}),
		);
	});

	it("twin: equal ranks are no ballot where ranks are strict", () => {
		const settings: PollSettings = {
			method: "SINGLE_TRANSFERABLE_VOTE",
			options: keys.map((key) => ({ key, label: key })),
			seats: 1,
		};
		expect(readAnswer(settings, { marks: marksOf([["A", "B"]]) })).toBeNull();
	});
});
