import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { count, GREATEST_WEIGHT, lotText, type WeightedBallot } from "../methods/index.ts";
import { lotOrder } from "../methods/lot.ts";
import type { PollMethod } from "../pollMethod.ts";
import { disagreement } from "./disagreement.ts";
import { ballotsOf, methods, pollCase, settingsOf } from "./pollCases.ts";

const seeds = fc.nat(2 ** 31 - 1);
/** Polls of each method that are counted twice; `npm run nightly` counts a million. */
const { process } = globalThis as { process?: { env: Record<string, string | undefined> } };
const numRuns = Number(process?.env.COUNTED_POLLS ?? 1_000);

describe(`each method agrees with a second count that shares no code with it, ${numRuns} times [V21]`, () => {
	test.each(methods)(
		"%s",
		(method) => {
			const agrees = (seed: number) => disagreement(pollCase(method, seed)) === null;
			fc.assert(fc.property(seeds, agrees), { numRuns });
		},
		10_000 + 5 * numRuns,
	);
});

describe("and would not agree with a count that", () => {
	type Tampered = (ballots: readonly WeightedBallot[]) => readonly WeightedBallot[];
	const planted: [string, Tampered][] = [
		["loses a ballot", (ballots) => ballots.slice(1)],
		["counts a ballot twice", (ballots) => [...ballots, ...ballots.slice(0, 1)]],
		["ignores weights", (ballots) => ballots.map((ballot) => ({ ...ballot, weight: 1 }))],
	];
	const cases = planted.flatMap(([name, tamper]) => methods.map((method) => [name, method, tamper] as const));
	test.each(cases)("%s: %s", (_, method, tamper) => {
		const isFound = Array.from({ length: 1_000 }, (_, seed) => pollCase(method, seed)).some(
			(poll) =>
				disagreement(poll, (settings, ballots, lot) => count(settings, tamper(ballots), lot)) !== null,
		);
		expect(isFound).toBe(true);
	});
});

describe("whatever the method [V21]", () => {
	const counted = ({ settings, ballots, lotSeed }: ReturnType<typeof pollCase>) =>
		count(settings, ballots, lotSeed);

	test.each(methods)("%s: the order of the ballots leaves no trace", (method) => {
		fc.assert(
			fc.property(seeds, (seed) => {
				const poll = pollCase(method, seed);
				expect(counted({ ...poll, ballots: poll.ballots.toReversed() })).toEqual(counted(poll));
			}),
		);
	});

	test.each(methods)("%s: a ballot of weight 3 counts as three", (method) => {
		fc.assert(
			fc.property(seeds, (seed) => {
				const poll = pollCase(method, seed);
				const light = poll.ballots.map(({ answer }) => ({ answer, weight: 1 }));
				const heavy = light.map(({ answer }) => ({ answer, weight: 3 }));
				const { working, ...result } = counted({ ...poll, ballots: [...light, ...light, ...light] });
				const { working: same, ...other } = counted({ ...poll, ballots: heavy });
				expect(other).toEqual(result);
				if (method !== "CONSENT") expect(same).toEqual(working);
			}),
		);
	});

	test.each(methods)("%s: nobody wins when nobody voted, or all abstained", (method) => {
		const settings = settingsOf(method, 3);
		const abstained = method === "YES_NO_ABSTAIN" || method === "CONSENT" ? "2 ABSTAIN" : "2";
		expect(count(settings, [], "0")).toMatchObject({ winners: [], isTie: false, cast: 0, abstained: 0 });
		const silent = count(settings, ballotsOf(settings, abstained), "0");
		expect(silent).toMatchObject({ winners: [], isTie: false, cast: 2, abstained: 2 });
	});

	const ofOptions = methods.filter((method) => method !== "YES_NO_ABSTAIN" && method !== "CONSENT");
	test.each(ofOptions)("%s: one option alone wins with one ballot", (method) => {
		const settings = settingsOf(method, 1);
		const result = count(settings, ballotsOf(settings, "1 A1", "1"), "0");
		expect(result).toMatchObject({ winners: ["A"], isTie: false, ranking: [["A"]], cast: 2, abstained: 1 });
	});

	/** Two camps that differ by one in a thousand million: single precision, or a rounded share, could not tell. */
	const half = (GREATEST_WEIGHT - 1) / 2;
	test.each<[PollMethod, string, string]>([
		["YES_NO_ABSTAIN", "YES", "NO"],
		["SINGLE_CHOICE", "A", "B"],
		["MULTIPLE_CHOICE", "A", "B"],
		["APPROVAL", "A", "B"],
		["SCORE", "A5", "B5"],
		["DOTS", "A1", "B1"],
		["SCHULZE", "A>B", "B>A"],
		["INSTANT_RUNOFF", "A>B", "B>A"],
		["SINGLE_TRANSFERABLE_VOTE", "A>B", "B>A"],
		["MAJORITY_JUDGMENT", "A6 B1", "A1 B6"],
	])("%s: one vote more in two thousand million decides, and none more is a tie", (method, one, other) => {
		const settings = settingsOf(method, 2);
		const decided = ballotsOf(settings, `${half + 1} ${one}`, `${half} ${other}`);
		expect(count(settings, decided, "0").winners).toEqual([one.replace(/\W.*|\d.*/, "")]);
		expect(count(settings, decided, "0").isTie).toBe(false);
		const tied = ballotsOf(settings, `${half} ${one}`, `${half} ${other}`);
		expect(count(settings, tied, "0").isTie).toBe(true);
	});

	/** A's papers are worth 0.65525 exactly; divided in floating point they would be worth 0.65524. */
	test("a share that is exact is not cut", () => {
		const settings = settingsOf("SINGLE_TRANSFERABLE_VOTE", 3, 2);
		const { working } = count(settings, ballotsOf(settings, "2076100000 A>B", "71106422 C"), "0");
		expect(working).toMatchObject({
			quota: 715_735_475,
			stages: [{}, { votes: [{}, { option: "B", votes: 2_076_100_000 * 65_525 }, {}] }],
		});
	});

	test("what is no ballot of the poll is a fault, and so is too much weight", () => {
		const settings = settingsOf("APPROVAL", 2);
		const [ballot] = ballotsOf(settings, "1 A");
		const foreign = { marks: [{ option: "C", value: 1 }] };
		for (const weight of [0, -1, 1.5, Number.NaN, GREATEST_WEIGHT + 1])
			expect(() => count(settings, [{ ...ballot!, weight }], "0")).toThrow(RangeError);
		expect(() => count(settings, [{ ...ballot!, weight: GREATEST_WEIGHT }, ballot!], "0")).toThrow(
			RangeError,
		);
		expect(() => count(settings, [{ answer: foreign, weight: 1 }], "0")).toThrow(RangeError);
	});
});

describe("ties [V22]", () => {
	test("instant run-off: a tie for the last place is said only if it matters", () => {
		const settings = settingsOf("INSTANT_RUNOFF", 4);
		const harmless = count(settings, ballotsOf(settings, "5 A", "2 B>A", "2 C>A"), "0");
		expect(harmless).toMatchObject({ winners: ["A"], isTie: false });
		const open = ballotsOf(settings, "3 A", "2 B>C", "2 C>B", "2 D");
		expect(count(settings, open, "0")).toMatchObject({ winners: ["B", "C"], isTie: true });
	});

	test("instant run-off: who had fewer votes when they last differed leaves", () => {
		const settings = settingsOf("INSTANT_RUNOFF", 4);
		const { working, ...result } = count(settings, ballotsOf(settings, "5 A", "3 B", "2 C", "1 D>C"), "0");
		expect(result).toMatchObject({ winners: ["A"], isTie: false });
		expect(working).toMatchObject({ rounds: [{ eliminated: ["D"] }, { eliminated: ["C"] }, {}] });
	});

	test("instant run-off: too many ties to follow are one tie of all who are still in", () => {
		const settings = settingsOf("INSTANT_RUNOFF", 26);
		const each = settings.options.map(({ key }) => `1 ${key}`);
		const { winners, isTie } = count(settings, ballotsOf(settings, ...each), "0");
		expect([winners.length, isTie]).toEqual([26, true]);
		const oneMore = count(settings, ballotsOf(settings, ...each.slice(0, 25)), "0");
		expect(oneMore.winners).toHaveLength(25);
	});

	test("transferable vote: a lot decides, is named, and is a tie if the opposite lot elects others", () => {
		const settings = settingsOf("SINGLE_TRANSFERABLE_VOTE", 3, 1);
		const tied = ballotsOf(settings, "2 A", "2 B", "1 C");
		const counts = ["0", "2", "5"].map((seed) => count(settings, tied, seed));
		expect(counts.map(({ winners, isTie }) => [winners, isTie])).toEqual([
			[["A"], true],
			[["B"], true],
			[["B"], true],
		]);
		expect(counts[0]?.working).toMatchObject({
			stages: [{ lots: [] }, { lots: [] }, { from: "B", lots: [{ tied: ["A", "B"], chosen: "B" }] }],
		});
		const harmless = count(settings, ballotsOf(settings, "3 A", "1 B>A", "1 C>A"), "0");
		expect(harmless).toMatchObject({ winners: ["A"], isTie: false });
	});

	test("transferable vote: of equal surpluses goes first whose votes were more when they last differed", () => {
		const settings = settingsOf("SINGLE_TRANSFERABLE_VOTE", 5, 3);
		const lines = ["12 A>D", "11 B>E", "4 C>A>D", "5 C>B>E", "1 C", "11 D", "11 E"];
		for (const seed of ["0", "77"]) {
			const { working } = count(settings, ballotsOf(settings, ...lines), seed);
			expect(working).toMatchObject({
				stages: [{}, { from: "C", elected: ["A", "B"] }, { from: "A", lots: [] }, { from: "B" }, {}],
			});
		}
	});

	test("consent: one block is enough against it, and its reason is kept", () => {
		const settings = settingsOf("CONSENT", 4);
		const blocked = { answer: { marks: [{ option: "BLOCK", value: 1 }], reason: "It harms us." }, weight: 1 };
		const agreed = ballotsOf(settings, "9 AGREE", "8 DISAGREE", "1 ABSTAIN");
		expect(count(settings, agreed, "0")).toMatchObject({ winners: ["AGREE"], cast: 18, abstained: 1 });
		expect(count(settings, [...agreed, blocked], "0")).toMatchObject({
			winners: ["BLOCK"],
			working: { reasons: ["It harms us."] },
		});
		expect(count(settings, ballotsOf(settings, "3 DISAGREE"), "0").winners).toEqual([]);
	});
});

describe("the lot [V23]", () => {
	test("draws each order once, by its number among all of them", () => {
		const orders = Array.from({ length: 24 }, (_, number) => lotOrder(4, number.toString(16)).join(""));
		expect(orders.slice(0, 3)).toEqual(["0123", "0132", "0213"]);
		expect(new Set(orders).size).toBe(24);
		expect([...orders].sort()).toEqual(orders);
		expect(lotOrder(4, (24 * 7 + 2).toString(16)).join("")).toBe("0213");
		expect(lotOrder(26, "f".repeat(64))).toHaveLength(26);
	});

	test("needs a seed of hexadecimal digits", () => {
		for (const seed of ["", "xyz", "-1", "0x1"]) expect(() => lotOrder(3, seed)).toThrow(RangeError);
	});

	test("hangs on the poll and all its ballots, not on their order", () => {
		const settings = settingsOf("SINGLE_TRANSFERABLE_VOTE", 3, 2);
		const ballots = ballotsOf(settings, "2 A>B", "1 C");
		const text = lotText("poll", ballots);
		expect(text).toBe(
			'poll\n1 {"marks":[{"option":"C","value":1}]}\n2 {"marks":[{"option":"A","value":1},{"option":"B","value":2}]}\n',
		);
		expect(lotText("poll", ballots.toReversed())).toBe(text);
	});
});
