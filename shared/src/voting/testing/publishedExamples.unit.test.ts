import { describe, expect, test } from "vitest";
import { type CountResult, count } from "../methods/index.ts";
import type { PollMethod } from "../pollMethod.ts";
import { ballotsOf, settingsOf } from "./pollCases.ts";

function counted(method: PollMethod, options: number, limit: number, ...ballots: readonly string[]) {
	const settings = settingsOf(method, options, limit);
	return count(settings, ballotsOf(settings, ...ballots), "0");
}

/**
 * Wikipedia's capital of Tennessee: A Memphis, B Nashville, C Chattanooga, D Knoxville. In the articles on plurality,
 * approval, instant-runoff and Schulze voting, and electowiki's "Effects of different voting systems under similar
 * circumstances".
 */
const tennessee = ["42 A>B>C>D", "26 B>C>D>A", "15 C>D>B>A", "17 D>C>B>A"];

describe("the capital of Tennessee", () => {
	test("by plurality is Memphis", () => {
		const { winners, ranking } = counted("SINGLE_CHOICE", 4, 1, "42 A", "26 B", "15 C", "17 D");
		expect(winners).toEqual(["A"]);
		expect(ranking).toEqual([["A"], ["B"], ["D"], ["C"]]);
	});

	test.each(["APPROVAL", "MULTIPLE_CHOICE"] as const)("by %s of two each is Nashville", (method) => {
		const result = counted(method, 4, 2, "42 A B", "26 B C", "15 C D", "17 D C");
		expect(result.winners).toEqual(["B"]);
		expect(sums(result)).toEqual([42, 68, 58, 32]);
	});

	test("by instant run-off is Knoxville, with 58 of 100 in the third round", () => {
		const { winners, working } = counted("INSTANT_RUNOFF", 4, 1, ...tennessee);
		expect(winners).toEqual(["D"]);
		const rounds = working.kind === "RUNOFF_ROUNDS" ? working.rounds : [];
		expect(rounds.map(({ votes }) => votes.map((of) => `${of.option}${of.votes}`).join(" "))).toEqual([
			"A42 B26 C15 D17",
			"A42 B26 D32",
			"A42 D58",
		]);
	});

	test("by Schulze's method is Nashville, which beats every other", () => {
		const { ranking } = counted("SCHULZE", 4, 1, ...tennessee);
		expect(ranking).toEqual([["B"], ["C"], ["D"], ["A"]]);
	});

	/** electowiki, "Majority Judgment", example application: four grades, one for each rank. */
	test("by majority judgment is Nashville: good, as Chattanooga is, but fewer say fair", () => {
		const grades = ["42 A6 B5 C4 D3", "26 A3 B6 C5 D4", "15 A3 B4 C6 D5", "17 A3 B4 C5 D6"];
		const { ranking, working } = counted("MAJORITY_JUDGMENT", 4, 1, ...grades);
		expect(ranking).toEqual([["B"], ["C"], ["D"], ["A"]]);
		expect(working).toMatchObject({
			options: [{ median: 3 }, { median: 5 }, { median: 5 }, { median: 4 }],
		});
	});
});

/** M. Schulze, "The Schulze Method of Voting", arXiv:1804.02973, section 3 (strength by winning votes). */
describe("Schulze's own examples", () => {
	test("example 3, 45 voters: E > A > C > B > D, with every strongest path", () => {
		const { ranking, working } = counted(
			"SCHULZE",
			5,
			1,
			"5 A>C>B>E>D",
			"5 A>D>E>C>B",
			"8 B>E>D>A>C",
			"3 C>A>B>E>D",
			"7 C>A>E>B>D",
			"2 C>B>A>D>E",
			"7 D>C>E>B>A",
			"8 E>B>A>D>C",
		);
		expect(ranking).toEqual([["E"], ["A"], ["C"], ["B"], ["D"]]);
		expect(working).toEqual({
			kind: "STRONGEST_PATHS",
			preferences: [
				[0, 20, 26, 30, 22],
				[25, 0, 16, 33, 18],
				[19, 29, 0, 17, 24],
				[15, 12, 28, 0, 14],
				[23, 27, 21, 31, 0],
			],
			paths: [
				[0, 28, 28, 30, 24],
				[25, 0, 28, 33, 24],
				[25, 29, 0, 29, 24],
				[25, 28, 28, 0, 24],
				[25, 28, 28, 31, 0],
			],
		});
	});

	test("example 4, 9 voters: B and D win together", () => {
		const ballots = ["3 A>B>C>D", "2 C>B>D>A", "2 D>A>B>C", "2 D>B>C>A"];
		const result = counted("SCHULZE", 4, 1, ...ballots);
		expect(result).toMatchObject({
			winners: ["B", "D"],
			isTie: true,
			ranking: [
				["B", "D"],
				["A", "C"],
			],
		});
		expect(result.working).toMatchObject({
			paths: [
				[0, 5, 5, 5],
				[5, 0, 7, 5],
				[5, 5, 0, 5],
				[6, 5, 5, 0],
			],
		});
	});

	/** By margins A would win, by ratios B. */
	test("example 10, with equal ranks and options left out: D by winning votes", () => {
		const result = counted(
			"SCHULZE",
			4,
			1,
			"6 A>B>C>D",
			"8 A=B",
			"8 A=C",
			"18 A=C>D",
			"8 A=C=D",
			"40 B",
			"4 C>B>D",
			"9 C>D>A",
			"8 C=D",
			"14 D>A>B",
			"11 D>B>C",
			"4 D>C>A",
		);
		expect(result.winners).toEqual(["D"]);
		expect(result.working).toMatchObject({
			paths: [
				[0, 67, 67, 45],
				[45, 0, 79, 45],
				[45, 45, 0, 45],
				[50, 72, 72, 0],
			],
		});
	});
});

describe("score", () => {
	/** rangevoting.org, "Large experimental studies comparing 4 different voting systems in France 2007": by average. */
	test("Orsay 2007, grades as scores from 0 to 5: Bayrou, then Royal", () => {
		const result = counted("SCORE", 6, 1, ...orsay((grade) => grade - 1));
		expect(result.ranking.slice(0, 2)).toEqual([["A"], ["B"]]);
		expect(sums(result).slice(0, 2)).toEqual([3_041, 2_774]);
	});
});

describe("instant run-off", () => {
	/** Wikipedia, "Instant-runoff voting", examples: five voters, three candidates (A Bob, B Sue, C Bill). */
	test("Sue wins in the second round", () => {
		const ballots = ["1 A>C>B", "1 B>A>C", "1 C>B>A", "1 A>C>B", "1 B>A>C"];
		expect(counted("INSTANT_RUNOFF", 3, 1, ...ballots)).toMatchObject({ winners: ["B"], isTie: false });
	});
});

function stagesOf({ working }: CountResult) {
	return working.kind === "TRANSFER_STAGES"
		? working.stages.map(({ votes }) => votes.map((of) => of.votes))
		: [];
}

function sums({ working }: CountResult) {
	return working.kind === "SUMS" ? working.sums.map(({ sum }) => sum) : [];
}

/** In hundred-thousandths, as the Scottish rules cut them. */
describe("the single transferable vote", () => {
	/** Wikipedia (en), "Single transferable vote": A orange, B pear, C chocolate, D strawberry, E hamburger; 3 seats. */
	test("the party's food: chocolate, oranges, strawberries", () => {
		const ballots = ["4 A", "2 B>A", "8 C>D", "4 C>E", "1 D", "1 E"];
		const result = counted("SINGLE_TRANSFERABLE_VOTE", 5, 3, ...ballots);
		expect(result).toMatchObject({ winners: ["C", "A", "D"], isTie: false, working: { quota: 6 } });
		expect(stagesOf(result)).toEqual([
			[400_000, 200_000, 1_200_000, 100_000, 100_000],
			[400_000, 200_000, 600_000, 500_000, 300_000],
			[600_000, 0, 600_000, 500_000, 300_000],
			[600_000, 0, 600_000, 500_000, 0],
		]);
	});

	/** Wikipedia (fr), "Scrutin à vote unique transférable": 100 voters, 2 seats; 8/42 is cut to 0.19047. */
	test("A's surplus of 8 is shared by papers that are worth 0.19047 each", () => {
		const ballots = ["28 A>B>C>D", "14 A>C>D>B", "15 B>C>A>D", "17 C>A>B>D", "26 D>B>C>A"];
		const result = counted("SINGLE_TRANSFERABLE_VOTE", 4, 2, ...ballots);
		expect(result).toMatchObject({ winners: ["A", "B"], isTie: false, working: { quota: 34 } });
		expect(stagesOf(result)).toEqual([
			[4_200_000, 1_500_000, 1_700_000, 2_600_000],
			[3_400_000, 2_033_316, 1_966_658, 2_600_000],
			[3_400_000, 3_733_316, 0, 2_866_658],
		]);
	});

	/** Wikipedia (en), "Schulze STV", compared with traditional STV: 90 voters, 2 seats. */
	test("Andrea, then Brad with 31.56", () => {
		const ballots = ["12 A>B>C", "26 A>C>B", "12 A>C>B", "13 C>A>B", "27 B"];
		const result = counted("SINGLE_TRANSFERABLE_VOTE", 3, 2, ...ballots);
		expect(result).toMatchObject({ winners: ["A", "B"], working: { quota: 31 } });
		expect(stagesOf(result)[1]).toEqual([3_100_000, 3_156_000, 2_744_000]);
	});

	/** Wikipedia (it), "Voto singolo trasferibile": 100 voters, 3 seats; D's surplus is on papers of two values. */
	test("A, D and C are elected", () => {
		const ballots = ["40 A>D", "10 B>A", "5 B>C", "25 C>B", "20 D>B"];
		const result = counted("SINGLE_TRANSFERABLE_VOTE", 4, 3, ...ballots);
		expect(result).toMatchObject({ winners: ["A", "D", "C"], isTie: false, working: { quota: 26 } });
		expect(stagesOf(result)).toEqual([
			[4_000_000, 1_500_000, 2_500_000, 2_000_000],
			[2_600_000, 1_500_000, 2_500_000, 3_400_000],
			[2_600_000, 1_970_580, 2_500_000, 2_600_000],
			[2_600_000, 0, 3_000_000, 2_600_000],
		]);
	});

	/** J. Lundell's test of rule 51 (2) (a) for his program Droop: B and C tie with 3, and B had fewer before. */
	test("a tie for exclusion goes to whoever had fewer at the stage before", () => {
		const ballots = ["1 A>B", "2 B", "3 C", "4 D", "5 E"];
		const { working, winners } = counted("SINGLE_TRANSFERABLE_VOTE", 5, 2, ...ballots);
		expect(winners).toEqual(["E", "D"]);
		expect(working).toMatchObject({
			quota: 6,
			stages: [{ kind: "FIRST" }, { from: "A" }, { from: "B", lots: [] }, { from: "C", elected: ["E", "D"] }],
		});
	});
});

describe("majority judgment", () => {
	/** Wikipedia, "Condorcet criterion", compliance of majority judgment: B beats both others, and C wins. */
	test("a candidate who beats every other can lose", () => {
		const { ranking, working } = counted(
			"MAJORITY_JUDGMENT",
			3,
			1,
			"35 A6 B4 C3",
			"34 A3 B4 C6",
			"31 A4 B6 C5",
		);
		expect(ranking[0]).toEqual(["C"]);
		expect(working).toMatchObject({ options: [{ median: 4 }, { median: 4 }, { median: 5 }] });
	});

	/**
	 * M. Balinski and R. Laraki, "Election by Majority Judgement: Experimental Evidence", 2007: the vote at Orsay. A
	 * Bayrou, B Royal, C Sarkozy, D Voynet, E Besancenot, F Buffet. Their majority-gauges: 44.3 Good+ 30.6, 39.4 Good-
	 * 41.5, 38.9 Good- 46.8, and so on.
	 */
	test("Orsay 2007: Bayrou, Royal, Sarkozy, Voynet, Besancenot, Buffet", () => {
		const { ranking, working } = counted("MAJORITY_JUDGMENT", 6, 1, ...orsay((grade) => grade));
		expect(ranking.flat().join("")).toBe("ABCDEF");
		const options = working.kind === "MEDIANS" ? working.options : [];
		expect(options.map(({ median }) => median)).toEqual([4, 4, 4, 3, 2, 2]);
		const better = options.map(({ grades, median }) => sumOf(grades.slice(median)));
		const worse = options.map(({ grades, median }) => sumOf(grades.slice(0, median - 1)));
		expect(better).toEqual([443, 394, 389, 297, 463, 432]);
		expect(worse).toEqual([306, 415, 468, 466, 311, 304]);
	});
});

/** The vote at Orsay: thousandths for excellent, very good, good, acceptable, poor; the others reject. */
const shares = [
	[136, 307, 251, 148, 84],
	[167, 227, 191, 168, 122],
	[191, 198, 143, 115, 71],
	[29, 93, 175, 237, 261],
	[41, 99, 163, 160, 226],
	[25, 76, 125, 206, 264],
];

/** A thousand ballots of which so many give each candidate each grade, as a value: only these sums matter. */
function orsay(asValue: (grade: number) => number): string[] {
	return Array.from({ length: 1_000 }, (_, voter) => {
		const values = shares.map((counts, place) => {
			const grade = counts.findIndex((_, step) => voter < sumOf(counts.slice(0, step + 1)));
			return `${String.fromCharCode(65 + place)}${asValue(grade < 0 ? 1 : 6 - grade)}`;
		});
		return `1 ${values.join(" ")}`;
	});
}

function sumOf(numbers: readonly number[]): number {
	return numbers.reduce((sum, number) => sum + number, 0);
}
