import { describe, expect, it } from "vitest";
import { cityStand, countOf } from "./cityStand.ts";

const counts = (yes: number, no: number, abstain = 0) => [
	{ choice: "YES" as const, points: yes },
	{ choice: "NO" as const, points: no },
	{ choice: "ABSTAIN" as const, points: abstain },
];

describe("where a city stands", () => {
	it("is for or against by more yes or no, divided at a tie, and silent without either", () => {
		expect(cityStand(counts(2, 1))).toBe("for");
		expect(cityStand(counts(1, 2))).toBe("against");
		expect(cityStand(counts(1, 1, 1))).toBe("divided");
		expect(cityStand(counts(0, 0, 3))).toBe("silent");
		expect(cityStand([])).toBe("silent");
	});

	it("counts nobody for a choice that is not listed", () => {
		expect(countOf([], "NO")).toBe(0);
	});
});
