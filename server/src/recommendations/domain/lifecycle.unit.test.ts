import { describe, expect, test } from "vitest";
import { isWritable, type RecommendationState, recommendationStates, type Step, take } from "./lifecycle.ts";

/** [R1] The whole of a recommendation's life: for each state, where each step leads; a refusal in small letters. */
const table: Record<RecommendationState, Record<Step, string>> = {
	DRAFT: {
		"send-to-review": "REVIEW",
		table: "not-in-review",
		adopt: "state-does-not-allow",
		reject: "state-does-not-allow",
		publish: "state-does-not-allow",
		withdraw: "WITHDRAWN",
	},
	REVIEW: {
		"send-to-review": "not-in-draft",
		table: "TABLED",
		adopt: "state-does-not-allow",
		reject: "state-does-not-allow",
		publish: "state-does-not-allow",
		withdraw: "WITHDRAWN",
	},
	TABLED: {
		"send-to-review": "not-in-draft",
		table: "already-tabled",
		adopt: "ADOPTED",
		reject: "REJECTED",
		publish: "state-does-not-allow",
		withdraw: "WITHDRAWN",
	},
	ADOPTED: {
		"send-to-review": "not-in-draft",
		table: "state-does-not-allow",
		adopt: "state-does-not-allow",
		reject: "state-does-not-allow",
		publish: "PUBLISHED",
		withdraw: "state-does-not-allow",
	},
	REJECTED: {
		"send-to-review": "not-in-draft",
		table: "state-does-not-allow",
		adopt: "state-does-not-allow",
		reject: "state-does-not-allow",
		publish: "state-does-not-allow",
		withdraw: "state-does-not-allow",
	},
	PUBLISHED: {
		"send-to-review": "not-in-draft",
		table: "state-does-not-allow",
		adopt: "state-does-not-allow",
		reject: "state-does-not-allow",
		publish: "state-does-not-allow",
		withdraw: "state-does-not-allow",
	},
	WITHDRAWN: {
		"send-to-review": "not-in-draft",
		table: "state-does-not-allow",
		adopt: "state-does-not-allow",
		reject: "state-does-not-allow",
		publish: "state-does-not-allow",
		withdraw: "state-does-not-allow",
	},
};

const cases = recommendationStates.flatMap((from) =>
	(Object.entries(table[from]) as [Step, string][]).map(
		([step, expected]) => [from, step, expected] as const,
	),
);

describe("the life of a recommendation", () => {
	test.each(cases)("[R1] from %s, the step %s: %s", (from, step, expected) => {
		const taken = take(step, from);
		expect(taken.refusal ?? (taken as { to: string }).to).toBe(expected);
	});

	test("[R4] it is written as a draft and in review, and never after", () => {
		expect(recommendationStates.filter(isWritable)).toEqual(["DRAFT", "REVIEW"]);
	});
});
