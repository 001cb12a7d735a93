import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalJson } from "../../canonicalJson.ts";
import { count } from "../methods/index.ts";
import { methods, type PollCase, pollCase } from "./pollCases.ts";

// The verifier has no types and shares none: it is loaded as a stranger loads it.
const verifier: { readonly count: typeof count } = await import("../../../../verifier/count.mjs" as string);

const seeds = fc.nat(2 ** 31 - 1);
const isCountedAlike = ({ settings, ballots, lotSeed }: PollCase, theirs = ballots) =>
	canonicalJson(count(settings, ballots, lotSeed)) ===
	canonicalJson(verifier.count(settings, theirs, lotSeed));

describe("the verifier comes to the same result, with all its working, a thousand times [V21] [B7]", () => {
	test.each(methods)("%s", (method) => {
		const agrees = (seed: number) => isCountedAlike(pollCase(method, seed));
		fc.assert(fc.property(seeds, agrees), { numRuns: 1_000 });
	});
});

test.each(methods)("twin: %s, a ballot lost is seen", (method) => {
	const polls = Array.from({ length: 100 }, (_, seed) => pollCase(method, seed));
	const seen = polls.filter((poll) => !isCountedAlike(poll, poll.ballots.slice(1)));
	expect(seen.length).toBeGreaterThan(50);
});

/** Polls of many options and few ballots, where ties for leaving branch into more cases than are counted. */
test("instant run-off stops at its five hundredth round in both counts", () => {
	const options = Array.from({ length: 8 }, (_, place) => ({ key: "ABCDEFGH"[place] as string, label: "" }));
	const settings = { method: "INSTANT_RUNOFF" as const, options };
	const ballots = options.map(({ key }) => ({ answer: { marks: [{ option: key, value: 1 }] }, weight: 1 }));
	expect(isCountedAlike({ settings, ballots, lotSeed: "0" })).toBe(true);
	const { working } = verifier.count(settings, ballots, "0");
	const [round] = working.kind === "RUNOFF_ROUNDS" ? working.rounds : [];
	expect(round).toMatchObject({ cases: [], tied: [..."ABCDEFGH"] });
});
