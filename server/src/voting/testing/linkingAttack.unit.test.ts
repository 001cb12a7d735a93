import { describe, expect, test } from "vitest";
import { type Clue, linkRows, type RowTrace, rightGuesses } from "./linkingAttack.ts";

const VOTERS = 60;
const voters = Array.from({ length: VOTERS }, (_, number) => `voter ${number}`);
const truth = new Map(voters.map((voter) => [voter, `answer of ${voter}`]));

/** A fixed disorder: the same in every run. */
function shuffled<T>(values: readonly T[], seed: number): T[] {
	let state = seed;
	const next = () => {
		state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
		return state;
	};
	return values
		.map((value) => ({ value, key: next() }))
		.toSorted((a, b) => a.key - b.key)
		.map(({ value }) => value);
}

const trace = (says: string, place: number, changes: Partial<RowTrace> = {}): RowTrace => ({
	says,
	xmin: 700,
	place,
	at: null,
	...changes,
});

/** Who voted, in the order in which they did, one transaction each. */
const voterRows = shuffled(voters, 7).map((voter, place) =>
	trace(voter, place, { xmin: 1_000 + place, at: 50_000 + 37 * place }),
);
const order = voterRows.map(({ says }) => truth.get(says) as string);

/** What a table of ballots would look like to which each commit adds a row. */
const naive: Record<Clue, readonly RowTrace[]> = {
	"same transaction": shuffled(order, 3).map((says, place) =>
		trace(says, place, { xmin: 1_000 + order.indexOf(says) }),
	),
	"order of transactions": shuffled(order, 3).map((says, place) =>
		trace(says, place, { xmin: 9_000 + 5 * order.indexOf(says) }),
	),
	"order of places": order.map((says, place) => trace(says, place)),
	"order of times": shuffled(order, 3).map((says, place) =>
		trace(says, place, { at: 90_000 + 41 * order.indexOf(says) }),
	),
	"nearest time": shuffled(order, 3).map((says, place) =>
		trace(says, place, { at: 50_004 + 37 * order.indexOf(says) }),
	),
};

describe("the attack of threat 42", () => {
	test.each(Object.entries(naive))("succeeds by the %s on a naive table", (clue, answers) => {
		const guess = linkRows(voterRows, answers).get(clue as Clue);
		expect(guess && rightGuesses(guess, truth)).toBe(VOTERS);
	});

	test("does no better than chance on one box, sorted by its content and written whole", () => {
		const box = order.toSorted().map((says, place) => trace(says, place, { xmin: 2_000, at: null }));
		for (const guess of linkRows(voterRows, box).values()) {
			// By chance one is right on average, and seven or more once in ten thousand times.
			expect(rightGuesses(guess, truth)).toBeLessThan(7);
		}
	});
});
