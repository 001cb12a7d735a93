import "reflect-metadata";
import { createHash, randomUUID } from "node:crypto";
import { GREATEST_WEIGHT } from "@crossroads/shared";
import { beforeEach, expect, test } from "vitest";
import { describeWithDatabase } from "../../database/testing/testDatabase.ts";
import { nobody, type Viewer } from "../../people/index.ts";
import { recommendationsEntities } from "../../recommendations/index.ts";
import { votingEntities } from "../store/entities.ts";
import { loadVerifier } from "../testing/boardVerifier.ts";
import { recordDelegate } from "../testing/pollRecords.ts";
import { type AskGraph, aVotingGraph } from "../testing/votingGraph.ts";
import type { VotingWorld } from "../testing/votingWorld.ts";

const entities = [...votingEntities, ...recommendationsEntities];

const SET = `mutation ($input: SetWeightsInput!) { setWeights(input: $input) {
	poll { weights { personId weight } } refusal { code } } }`;
const CAST = `mutation ($pollId: ID!, $key: ID!, $choice: BallotChoice, $parts: [BallotPartInput!], $inSteadOf: ID) {
	castBallot(pollId: $pollId, choice: $choice, parts: $parts, idempotencyKey: $key, inSteadOf: $inSteadOf) {
		ballot { choice receipt parts { weight answer { marks { option } } } } refusal { code } } }`;

interface Part {
	weight: number;
	choice: string;
}

/** Two delegates of the first city and one of the second are there; one of the third is not. */
describeWithDatabase("[V30] weights and split votes in the members' graph", entities, (database) => {
	let world: VotingWorld;
	let ask: AskGraph;
	let here: string[];
	let away: string;
	let pollId: string;

	beforeEach(async () => {
		({ world, ask } = await aVotingGraph(database()));
		here = [];
		for (const city of [0, 0, 1]) here.push(await recordDelegate(database(), world.place, city));
		away = await recordDelegate(database(), world.place, 2, { isPresent: false });
		pollId = await world.prepare({
			proxyCap: 1,
			rule: { ...world.wish().rule, allowsBallotChange: true, needsMajorityOfCities: true },
		});
	});

	const one = (place: number) => here[place] as string;
	const code = (payload: { refusal: { code: string } | null }) => payload.refusal?.code ?? null;
	const set = async (weights: object[], viewer: Viewer = world.facilitator) =>
		(await ask(viewer, SET, { input: { pollId, weights } })).setWeights;
	const part = ({ weight, choice }: Part) => ({ weight, answer: { marks: [{ option: choice, value: 1 }] } });
	const cast = async (personId: string, said: string | Part[], inSteadOf?: string) => {
		const how = typeof said === "string" ? { choice: said } : { parts: said.map(part) };
		const variables = { pollId, key: randomUUID(), inSteadOf, ...how };
		return (await ask(world.delegate(personId), CAST, variables)).castBallot;
	};
	const look = async (viewer: Viewer, selection: string) =>
		(await ask(viewer, `query ($id: ID!) { poll(id: $id) { ${selection} } }`, { id: pollId })).poll;
	const open = async () =>
		expect(await world.room.openPoll(world.facilitator, pollId)).toMatchObject({ refusal: null });
	const points = async () => {
		const { tally } = await look(world.facilitator, "tally { total { choice count points } }");
		return Object.fromEntries(
			tally.total.map((row: { choice: string; count: number; points: number }) => [
				row.choice,
				[row.count, row.points],
			]),
		);
	};

	test("are set for a person and for a city by those who run the session, seen by all, and by nobody else", async () => {
		const ofCity = { partnerId: world.place.partnerIds[0], weight: 3 };
		const { poll } = await set([ofCity, { personId: one(0).toUpperCase(), weight: 5 }]);
		const weights = (await look(world.delegate(one(2)), "weights { personId weight }")).weights;
		expect(weights).toEqual(poll.weights);
		expect(
			new Map(weights.map((row: { personId: string; weight: number }) => [row.personId, row.weight])),
		).toEqual(
			new Map([
				[one(0), 5],
				[one(1), 3],
			]),
		);
		expect((await set([{ personId: one(0), weight: 1 }])).poll.weights).toEqual([
			{ personId: one(1), weight: 3 },
		]);
		expect(code(await set([ofCity], world.delegate(one(0))))).toBe("NOT_ALLOWED");
		expect(code(await set([ofCity], nobody))).toBe("NOT_SIGNED_IN");
	});

	test.each([
		[{ weight: 0 }, "INVALID_INPUT"],
		[{ weight: -1 }, "INVALID_INPUT"],
		[{ weight: GREATEST_WEIGHT }, "WEIGHTS_TOO_GREAT"],
		[{ weight: 2, personId: randomUUID() }, "NOT_ENTITLED"],
		[{ weight: 2, personId: null }, "INVALID_INPUT"],
		[{ weight: 2, partnerId: randomUUID() }, "INVALID_INPUT"],
		[{ weight: 2, personId: "1 or 1=1" }, "NOT_ENTITLED"],
	])("are refused as %j: %s", async (wish, refusal) => {
		expect(code(await set([{ personId: one(0), ...wish }]))).toBe(refusal);
		expect((await look(world.facilitator, "weights { weight }")).weights).toEqual([]);
	});

	test("[V3] [V26] opening freezes them, hashed; all who are entitled weigh in, and everybody is told the own", async () => {
		await set([
			{ personId: one(0), weight: 7 },
			{ personId: away, weight: 4 },
		]);
		await ask(
			world.delegate(away),
			"mutation ($input: GiveProxyInput!) { giveProxy(input: $input) { refusal { code } } }",
			{ input: { pollId, proxyId: one(1) } },
		);
		await open();
		expect(code(await set([{ personId: one(0), weight: 1 }]))).toBe("POLL_ALREADY_OPENED");
		const rows = await database().query<{ line: string }>(
			`select concat_ws(' ', person_id, partner_id, stakeholder_group, weight, proxy_id) || E'\\n' as line
				from elector where poll_id = $1`,
			[pollId],
		);
		const lines = rows.map(({ line }) => line).sort();
		expect(lines.filter((line) => / [74]\b/.test(line))).toHaveLength(2);
		const { electorateHash } = await look(world.facilitator, "electorateHash");
		expect(electorateHash).toBe(createHash("sha256").update(lines.join("")).digest("hex"));
		const [stored] = await database().query<{ weight: number }>(
			"select entitled_weight as weight from poll where id = $1",
			[pollId],
		);
		expect(stored?.weight).toBe(13);
		const mine = "viewerWeight viewerPrincipals { weight }";
		expect(await look(world.delegate(one(0)), mine)).toEqual({ viewerWeight: 7, viewerPrincipals: [] });
		expect(await look(world.delegate(one(1)), mine)).toEqual({
			viewerWeight: 1,
			viewerPrincipals: [{ weight: 4 }],
		});
		const observing = { ...world.delegate(randomUUID()) };
		expect((await look(observing, "viewerWeight")).viewerWeight).toBeNull();
	});

	test("count in the tally and in the decision", async () => {
		await set([{ personId: one(0), weight: 3 }]);
		await open();
		await cast(one(0), "YES");
		await cast(one(1), "NO");
		await cast(one(2), "NO");
		expect(await points()).toEqual({ YES: [1, 3], NO: [2, 2], ABSTAIN: [0, 0] });
		await world.room.closePoll(world.facilitator, pollId);
		const { result } = await look(world.facilitator, "result { isAdopted rules { kind isMet have of } }");
		expect(result.rules).toContainEqual({ kind: "MAJORITY_OF_PERSONS", isMet: true, have: 3, of: 5 });
		expect(result.rules).toContainEqual({ kind: "MAJORITY_OF_CITIES", isMet: false, have: 1, of: 2 });
	});

	test("split: equal answers together, counted live, changed, and decided by their parts", async () => {
		await set([{ personId: one(0), weight: 7 }]);
		await open();
		const first = await cast(one(0), [
			{ weight: 2, choice: "NO" },
			{ weight: 4, choice: "YES" },
			{ weight: 1, choice: "NO" },
		]);
		expect(first.refusal).toBeNull();
		expect(first.ballot).toMatchObject({
			choice: null,
			parts: [
				{ weight: 3, answer: { marks: [{ option: "NO" }] } },
				{ weight: 4, answer: { marks: [{ option: "YES" }] } },
			],
		});
		expect(await points()).toEqual({ YES: [1, 4], NO: [1, 3], ABSTAIN: [0, 0] });
		await cast(one(0), [
			{ weight: 5, choice: "NO" },
			{ weight: 2, choice: "YES" },
		]);
		expect(await points()).toEqual({ YES: [1, 2], NO: [1, 5], ABSTAIN: [0, 0] });
		const { viewerBallot } = await look(world.delegate(one(0)), "viewerBallot { parts { weight } }");
		expect(viewerBallot.parts).toEqual([{ weight: 5 }, { weight: 2 }]);
		expect((await cast(one(0), [{ weight: 7, choice: "YES" }])).ballot).toMatchObject({
			choice: "YES",
			parts: null,
		});
		expect(await points()).toEqual({ YES: [1, 7], NO: [0, 0], ABSTAIN: [0, 0] });
		await cast(one(0), [
			{ weight: 3, choice: "YES" },
			{ weight: 4, choice: "NO" },
		]);
		await cast(one(1), "YES");
		expect(await points()).toEqual({ YES: [2, 4], NO: [1, 4], ABSTAIN: [0, 0] });
		await world.room.closePoll(world.facilitator, pollId);
		const { result } = await look(world.facilitator, "result { rules { kind have of } }");
		expect(result.rules).toContainEqual({ kind: "MAJORITY_OF_PERSONS", have: 4, of: 8 });
		await world.room.publishPoll(world.facilitator, pollId);
		const { ballots } = await look(world.facilitator, "ballots { choice weight }");
		expect(ballots).toHaveLength(3);
		expect(ballots).toContainEqual({ choice: "NO", weight: 4 });
		const board = await world.room.board(world.facilitator, pollId);
		const { judge } = await loadVerifier();
		expect(judge(board?.bytes as Uint8Array, world.room.boardKey)).toMatchObject({ isBelieved: true });
	});

	test("a split that is none is refused, also by who weighs 1, and by a stranger", async () => {
		await set([{ personId: one(0), weight: 3 }]);
		const half = [
			{ weight: 1, choice: "YES" },
			{ weight: 2, choice: "NO" },
		];
		await open();
		expect(code(await cast(one(0), half.slice(0, 1)))).toBe("SPLIT_DOES_NOT_ADD_UP");
		expect(code(await cast(one(0), [...half, { weight: 1, choice: "NO" }]))).toBe("SPLIT_DOES_NOT_ADD_UP");
		expect(code(await cast(one(0), [{ weight: 3, choice: "MAYBE" }]))).toBe("INVALID_INPUT");
		expect(code(await cast(one(0), []))).toBe("SPLIT_DOES_NOT_ADD_UP");
		expect(code(await cast(one(1), half))).toBe("SPLIT_DOES_NOT_ADD_UP");
		expect(code(await cast(randomUUID(), half))).toBe("NOT_AN_ELECTOR");
		expect(code(await cast(one(1), half, one(0)))).toBe("NOT_AN_ELECTOR");
		expect(await points()).toEqual({ YES: [0, 0], NO: [0, 0], ABSTAIN: [0, 0] });
		expect(code(await cast(one(0), half))).toBeNull();
	});

	test("[V15] twin: a trigger that knows no parts does not count them", async () => {
		await set([{ personId: one(0), weight: 3 }]);
		await open();
		await database().query("alter table ballot disable trigger ballot_counted");
		await cast(one(0), [
			{ weight: 1, choice: "YES" },
			{ weight: 2, choice: "NO" },
		]);
		await database().query("alter table ballot enable trigger ballot_counted");
		expect(await points()).toEqual({ YES: [0, 0], NO: [0, 0], ABSTAIN: [0, 0] });
	});
});
