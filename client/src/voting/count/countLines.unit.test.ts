import { type BallotAnswer, count, optionsOf, type PollMethod, type PollSettings } from "@crossroads/shared";
import { describe, expect, it } from "vitest";
import { type CountLine, type CountShown, placesIn, type WorkingShown } from "./countShown.ts";
import { medianLines } from "./lines/medianLines.ts";
import { isDecidedByChains, pathLines } from "./lines/pathLines.ts";
import { roundLines } from "./lines/roundLines.ts";
import { type Fate, stageLines } from "./lines/stageLines.ts";
import { sumLines } from "./lines/sumLines.ts";

const NAMES = {
	SUMS: "Sums",
	STRONGEST_PATHS: "StrongestPaths",
	RUNOFF_ROUNDS: "RunoffRounds",
	TRANSFER_STAGES: "TransferStages",
	MEDIANS: "Medians",
} as const;

/** Counts ballots written as "ABC" (ranks) or as marks, so many of each, and gives them as the graph does. */
function counted<Name extends WorkingShown["__typename"]>(
	method: PollMethod,
	labels: string[],
	ballots: [number, string | Record<string, number>][],
	name: Name,
	limits: Pick<PollSettings, "seats"> = {},
) {
	const settings: PollSettings = { method, options: optionsOf(method, labels), ...limits };
	const answers = ballots.map(([weight, given]) => ({ weight, answer: answerOf(given) }));
	const { working, ...result } = count(settings, answers, "0".repeat(64));
	const shown = { __typename: NAMES[working.kind], ...working } as WorkingShown;
	if (shown.__typename !== name) throw new Error(`counted as ${shown.__typename}`);
	return {
		count: { ...result, working: shown } satisfies CountShown,
		working: shown as Extract<WorkingShown, { __typename: Name }>,
	};
}

function answerOf(given: string | Record<string, number>): BallotAnswer {
	const marks =
		typeof given === "string"
			? [...given].map((option, place) => ({ option, value: place + 1 }))
			: Object.entries(given).map(([option, value]) => ({ option, value }));
	return { marks: marks.toSorted((one, other) => (one.option < other.option ? -1 : 1)) };
}

const short = ({ option, place, isFirst, figure, note }: CountLine) =>
	[option, place, isFirst, figure, note].filter((part) => part !== undefined);
const share = ({ bar }: CountLine) => bar.map((part) => part.share);

describe("the lines of a count", () => {
	it("of sums stand by their sums, those that are level in the same place", () => {
		const { count, working } = counted(
			"APPROVAL",
			["a", "b", "c"],
			[
				[3, { A: 1, B: 1 }],
				[1, { C: 1 }],
			],
			"Sums",
		);
		const lines = sumLines("APPROVAL", count, working, String);
		expect(lines.map(short)).toEqual([
			["A", 1, true, "3"],
			["B", 1, true, "3"],
			["C", 3, false, "1"],
		]);
		expect(lines.map(share)).toEqual([[0.75], [0.75], [0.25]]);
	});

	it("of a consent keep the ballot's order and have no places", () => {
		const { count, working } = counted(
			"CONSENT",
			[],
			[
				[2, { AGREE: 1 }],
				[1, { DISAGREE: 1 }],
			],
			"Sums",
		);
		expect(sumLines("CONSENT", count, working, String).map(short)).toEqual([
			["AGREE", null, true, "2"],
			["ABSTAIN", null, false, "0"],
			["DISAGREE", null, false, "1"],
			["BLOCK", null, false, "0"],
		]);
	});

	it("of Schulze's method say how many others each is ahead of; a circle is decided by chains", () => {
		const plain = counted(
			"SCHULZE",
			["a", "b", "c"],
			[
				[2, "ABC"],
				[1, "BCA"],
			],
			"StrongestPaths",
		);
		const lines = pathLines(["A", "B", "C"], plain.count, plain.working, (ahead, of) => `${ahead}/${of}`);
		expect(lines.map(short)).toEqual([
			["A", 1, true, "2/2"],
			["B", 2, false, "1/2"],
			["C", 3, false, "0/2"],
		]);
		expect(isDecidedByChains(plain.working)).toBe(false);
		const circle = counted(
			"SCHULZE",
			["a", "b", "c"],
			[
				[4, "ABC"],
				[3, "BCA"],
				[2, "CAB"],
			],
			"StrongestPaths",
		);
		expect(isDecidedByChains(circle.working)).toBe(true);
	});

	it("of a run-off stand in the order in which they stayed, with the votes of their last round", () => {
		const { count, working } = counted(
			"INSTANT_RUNOFF",
			["a", "b", "c"],
			[
				[4, "AB"],
				[3, "BA"],
				[2, "CBA"],
			],
			"RunoffRounds",
		);
		const lines = roundLines(count, working, { votes: String, leftAfter: (round) => `left ${round}` });
		expect(lines.map(short)).toEqual([
			["B", 1, true, "5"],
			["A", 2, false, "4"],
			["C", 3, false, "2", "left 1"],
		]);
		expect(lines.map(share)).toEqual([[5 / 9], [4 / 9], [2 / 9]]);
	});

	it("of a run-off whose cases tie stand together in the first place", () => {
		const { count, working } = counted(
			"INSTANT_RUNOFF",
			["a", "b"],
			[
				[2, "A"],
				[2, "B"],
			],
			"RunoffRounds",
		);
		const lines = roundLines(count, working, { votes: String, leftAfter: String });
		expect(lines.map(({ place }) => place)).toEqual([1, 1]);
		expect(working.rounds[0]?.cases.map(({ winners }) => winners)).toEqual([["B"], ["A"]]);
	});

	it("of a transferable vote are the elected in their order, then the last to be excluded", () => {
		const { count, working } = counted(
			"SINGLE_TRANSFERABLE_VOTE",
			["a", "b", "c", "d"],
			[
				[8, "AB"],
				[4, "B"],
				[3, "C"],
				[1, "DC"],
			],
			"TransferStages",
			{ seats: 2 },
		);
		const fate = (fate: Fate) => (fate.kind === "standing" ? "standing" : `${fate.kind} ${fate.stage}`);
		const lines = stageLines(count, working, { votes: (votes) => votes.toFixed(2), fate });
		expect(working.quota).toBe(6);
		expect(lines.map(short)).toEqual([
			["A", 1, true, "8.00", "elected 1"],
			["B", 2, true, "6.00", "elected 2"],
			["C", null, false, "3.00", "standing"],
			["D", null, false, "1.00", "standing"],
		]);
	});

	it("of a majority judgment are bars of all grades, the best first, with the middle one in words", () => {
		const { count, working } = counted(
			"MAJORITY_JUDGMENT",
			["a", "b"],
			[
				[2, { A: 6, B: 3 }],
				[1, { A: 1, B: 4 }],
			],
			"Medians",
		);
		const lines = medianLines(count, working, (median) => `grade ${median}`);
		expect(lines.map(short)).toEqual([
			["A", 1, true, "grade 6"],
			["B", 2, false, "grade 3"],
		]);
		expect(lines.map(({ bar }) => bar.map(({ grade }) => grade))[0]).toEqual([6, 5, 4, 3, 2, 1]);
		expect(lines.map(share)[0]).toEqual([2 / 3, 0, 0, 0, 0, 1 / 3]);
	});

	it("of a poll in which nobody voted have no bars, and nobody first", () => {
		const { count, working } = counted("INSTANT_RUNOFF", ["a", "b"], [], "RunoffRounds");
		const lines = roundLines(count, working, { votes: String, leftAfter: String });
		expect(lines.map(({ figure, isFirst }) => [figure, isFirst])).toEqual([
			["0", false],
			["0", false],
		]);
		const sums = counted("APPROVAL", ["a", "b"], [], "Sums");
		expect(sumLines("APPROVAL", sums.count, sums.working, String).map(share)).toEqual([[0], [0]]);
	});
});

describe("places", () => {
	it("are shared by those that are level, and the next come after all of them", () => {
		expect([...placesIn([["A"], ["B", "C"], ["D"]])]).toEqual([
			["A", 1],
			["B", 2],
			["C", 2],
			["D", 4],
		]);
	});
});
