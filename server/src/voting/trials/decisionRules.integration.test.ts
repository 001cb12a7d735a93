import "reflect-metadata";
import type { WeightedBallot } from "@crossroads/shared";
import { beforeEach, describe, expect, test } from "vitest";
import { describeWithDatabase } from "../../database/testing/testDatabase.ts";
import { recommendationsEntities } from "../../recommendations/index.ts";
import { votingEntities } from "../store/entities.ts";
import { anAnswer } from "../testing/ballots.ts";
import { holdPoll } from "../testing/heldPoll.ts";
import { recordDelegate, recordTabled } from "../testing/pollRecords.ts";
import { aVotingGraph, type VotingGraph } from "../testing/votingGraph.ts";

const entities = [...votingEntities, ...recommendationsEntities];

describeWithDatabase("decision rules, through the graph", entities, (database) => {
	let graph: VotingGraph;
	let voters: string[];

	/** Two delegates each of three cities are there, each city a group; one each of two more cities is not. */
	beforeEach(async () => {
		graph = await aVotingGraph(database());
		const { place } = graph.world;
		voters = [];
		for (const city of [0, 0, 1, 1, 2, 2]) voters.push(await recordDelegate(database(), place, city));
		for (const city of [3, 4]) await recordDelegate(database(), place, city, { isPresent: false });
	});

	/** "y", "n", "a" for yes, no, abstain; "-": silent; letters in capitals: an option. */
	function ballotsOf(said: string): (WeightedBallot | null)[] {
		const words: Record<string, string> = { y: "YES", n: "NO", a: "ABSTAIN" };
		return [...said].map((sign) =>
			sign === "-" ? null : { answer: anAnswer(words[sign] ?? sign), weight: 1 },
		);
	}

	const leave = (...who: readonly number[]) =>
		database().query("update presence set checked_out_at = now() where person_id = any($1::uuid[])", [
			who.map((place) => voters[place]),
		]);

	async function decided(
		input: Record<string, unknown>,
		said: string,
		beforeClosing?: () => Promise<unknown>,
	) {
		const between = beforeClosing && { beforeClosing: async () => void (await beforeClosing()) };
		const { result } = await holdPoll(graph, database(), voters, input, ballotsOf(said), between);
		return result;
	}

	const twoThirds = { threshold: "TWO_THIRDS" };
	const absolute = { threshold: "ABSOLUTE" };
	const choice = { method: "SINGLE_CHOICE", options: ["Lyon", "Gent"] };
	const ofCities = (quorumOfCitiesNumerator: number) => ({
		quorumOfCitiesNumerator,
		quorumOfCitiesDenominator: 5,
	});

	test.each([
		["three of five cities are there", ofCities(3), "y-----", [3, 5, 3], true],
		["three of five are not four", ofCities(4), "yyyyyy", [3, 5, 4], false],
		["two thirds of the votes", twoThirds, "yyyynn", [4, 6, 4], true],
		["less than two thirds", twoThirds, "yyynn-", [3, 5, 4], false],
		["abstentions aside", twoThirds, "yynaaa", [2, 3, 2], true],
		["abstentions counted", { ...twoThirds, countsAbstentions: true }, "yynaaa", [2, 6, 4], false],
		["of those present", { ...twoThirds, thresholdBase: "PRESENT" }, "yyyy--", [4, 6, 4], true],
		[
			"silence counts, of those present",
			{ ...twoThirds, thresholdBase: "PRESENT" },
			"yyy---",
			[3, 6, 4],
			false,
		],
		["more than half of the list", { ...absolute, thresholdBase: "ENTITLED" }, "yyyyyn", [5, 8, 5], true],
		["half of the list", { ...absolute, thresholdBase: "ENTITLED" }, "yyyynn", [4, 8, 5], false],
		["three quarters", { threshold: "THREE_QUARTERS" }, "yyyn--", [3, 4, 3], true],
		["two thirds are not three quarters", { threshold: "THREE_QUARTERS" }, "yyn---", [2, 3, 3], false],
		["every city, and so every group", { needsMajorityOfEveryGroup: true }, "y-y-y-", [3, 3, 3], true],
		["a divided group", { needsMajorityOfEveryGroup: true }, "yyyyyn", [2, 3, 3], false],
		["most cities", { needsMajorityOfCities: true }, "y-y-n-", [2, 3, 2], true],
		["most persons, not most cities", { needsMajorityOfCities: true }, "yyynn-", [1, 3, 2], false],
		["a choice by more than half", { ...choice, ...absolute }, "AAAB--", [3, 4, 3], true],
		["a choice by half", { ...choice, ...absolute }, "AABB--", [0, 4, 3], false],
	] as const)("[V25] [V26] [V27] %s", async (_, input, said, [have, of, needed], isMet) => {
		const result = await decided(input, said);
		const asked = result.rules.find(({ kind }) => kind !== "MAJORITY_OF_PERSONS");
		expect(asked).toMatchObject({ isMet, have, of, needed });
		expect(result.isAdopted).toBe(isMet);
	});

	describe("quorums that hold at closing [V25]", () => {
		const both = { quorumNumerator: 5, quorumDenominator: 8, ...ofCities(3), holdsQuorumAtClosing: true };

		test.each([
			["nobody leaves", [], [6, 3], true],
			["one leaves, and enough remain", [0], [5, 3], true],
			["two of different cities leave", [0, 2], [4, 3], false],
			["a whole city leaves", [4, 5], [4, 2], false],
		] as const)("%s", async (_, who, [persons, cities], isAdopted) => {
			const { rules, ...result } = await decided(both, "yyyyyy", () => leave(...who));
			expect(rules).toMatchObject([
				{ kind: "QUORUM", isMet: true, have: 6, of: 8 },
				{ kind: "QUORUM_OF_CITIES", isMet: true, have: 3, of: 5 },
				{ kind: "QUORUM_AT_CLOSING", have: persons, of: 8 },
				{ kind: "QUORUM_OF_CITIES_AT_CLOSING", have: cities, of: 5 },
				{ kind: "MAJORITY_OF_PERSONS", isMet: true },
			]);
			expect(result.isAdopted).toBe(isAdopted);
		});

		test("who comes after the opening is not among them", async () => {
			const late = async () => {
				await leave(0, 2);
				await recordDelegate(database(), graph.world.place, 5);
			};
			const { rules } = await decided(both, "yyyyyy", late);
			expect(rules[2]).toMatchObject({ kind: "QUORUM_AT_CLOSING", isMet: false, have: 4, of: 8 });
		});

		test("twin: a rule that does not ask for it is met, whoever leaves", async () => {
			const input = { ...both, holdsQuorumAtClosing: false };
			expect(await decided(input, "yyyyyy", () => leave(0, 1, 2, 3, 4))).toMatchObject({ isAdopted: true });
		});
	});

	const stv = { method: "SINGLE_TRANSFERABLE_VOTE", options: ["Lyon", "Gent"] };
	const schulze = { method: "SCHULZE", options: ["Lyon", "Gent"] };

	test.each([
		["consent of yes and no", { threshold: "CONSENT" }, { threshold: "SIMPLE" }],
		["no threshold for yes and no", { threshold: "NONE" }, { threshold: "THREE_QUARTERS" }],
		[
			"a base without a share",
			{ thresholdBase: "PRESENT" },
			{ threshold: "ABSOLUTE", thresholdBase: "PRESENT" },
		],
		["abstentions without a share", { countsAbstentions: true }, { ...twoThirds, countsAbstentions: true }],
		["a simple majority of a choice", { ...choice, threshold: "SIMPLE" }, { ...choice, threshold: "NONE" }],
		["cities of a choice", { ...choice, needsMajorityOfCities: true }, { ...choice, ...twoThirds }],
		["groups of a choice", { ...choice, needsMajorityOfEveryGroup: true }, choice],
		["two thirds of a ranking", { ...schulze, ...twoThirds }, schulze],
		["an election without seats", stv, { ...stv, seats: 1 }],
		["more seats than options", { ...stv, seats: 3 }, { ...stv, seats: 2 }],
		["seats of a ranking", { ...schulze, seats: 1 }, { ...schulze, ...ofCities(1) }],
		["more cities than there are", ofCities(6), ofCities(5)],
		["no cities of none", { quorumOfCitiesDenominator: 0 }, { quorumOfCitiesDenominator: 1 }],
		["options of consent", { method: "CONSENT", options: ["Lyon", "Gent"] }, { method: "CONSENT" }],
	])("[V24] %s is refused; what fits is not", async (_, wrong, right) => {
		const create = async (input: object) => {
			const text = `mutation ($input: CreatePollInput!) { createPoll(input: $input) { poll { id } refusal { code } } }`;
			const wish = { sessionId: graph.world.place.sessionId, question: "Do we?", ...input };
			return (await graph.look(graph.world.facilitator, text, { input: wish })).data.createPoll;
		};
		expect(await create(wrong)).toEqual({ poll: null, refusal: { code: "INVALID_INPUT" } });
		expect(await create(right)).toEqual({ poll: { id: expect.any(String) }, refusal: null });
	});

	test("[V33] only what asks for one thing decides on a text", async () => {
		const { versionId } = await recordTabled(database(), graph.world.place);
		const prepare = (input: object) =>
			holdPoll(graph, database(), voters, { recommendationVersionId: versionId, ...input }, []);
		for (const wrong of [choice, schulze]) await expect(prepare(wrong)).rejects.toThrow("INVALID_INPUT");
		for (const right of [{}, { method: "CONSENT" }]) expect(await prepare(right)).toBeTruthy();
	});

	test("[V24] a rule is shown written out, as it was asked for or as the method has it", async () => {
		const rule = `rule { quorum { numerator denominator } quorumOfCities { numerator denominator }
			holdsQuorumAtClosing threshold { kind base countsAbstentions } needsMajorityOfCities needsMajorityOfEveryGroup
			allowsBallotChange }`;
		const create = async (input: object) => {
			const text = `mutation ($input: CreatePollInput!) { createPoll(input: $input) { poll { seats ${rule} } } }`;
			const wish = { sessionId: graph.world.place.sessionId, question: "Do we?", ...input };
			return (await graph.look(graph.world.facilitator, text, { input: wish })).data.createPoll.poll;
		};
		const usual = {
			quorum: { numerator: 1, denominator: 2 },
			quorumOfCities: { numerator: 0, denominator: 1 },
			holdsQuorumAtClosing: false,
			threshold: { kind: "NONE", base: "CAST", countsAbstentions: false },
			needsMajorityOfCities: false,
			needsMajorityOfEveryGroup: false,
			allowsBallotChange: false,
		};
		expect(await create({ ...stv, seats: 2 })).toEqual({ seats: 2, rule: usual });
		const asked = {
			needsMajorityOfCities: true,
			needsMajorityOfEveryGroup: true,
			holdsQuorumAtClosing: true,
		};
		const share = { kind: "THREE_QUARTERS", base: "ENTITLED", countsAbstentions: true };
		const wish = { threshold: share.kind, thresholdBase: share.base, countsAbstentions: true };
		expect(await create({ ...asked, ...wish, ...ofCities(2), allowsBallotChange: true })).toEqual({
			seats: null,
			rule: {
				...usual,
				...asked,
				threshold: share,
				quorumOfCities: { numerator: 2, denominator: 5 },
				allowsBallotChange: true,
			},
		});
	});
});
