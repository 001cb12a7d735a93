import "reflect-metadata";
import { count, type PollMethod } from "@crossroads/shared";
import { beforeAll, expect, test } from "vitest";
import { ballotsOf, settingsOf } from "../../../../shared/src/voting/testing/pollCases.ts";
import { secondCount } from "../../../../shared/src/voting/testing/secondCount.ts";
import { describeWithDatabase } from "../../database/testing/testDatabase.ts";
import { aPublicGraph } from "../../publicGraph/testing/publicWorld.ts";
import { recommendationsEntities } from "../../recommendations/index.ts";
import { votingEntities } from "../store/entities.ts";
import { COUNT, type HeldPoll, holdPoll, inputFor, lotSeedOf, ROUND } from "../testing/heldPoll.ts";
import { recordDelegate, recordTabled } from "../testing/pollRecords.ts";
import { aVotingGraph, type VotingGraph } from "../testing/votingGraph.ts";

const entities = [...votingEntities, ...recommendationsEntities];

/** Wikipedia's capital of Tennessee, in thousands of voters; see shared/src/voting/testing/publishedExamples. */
const tennessee = ["42 A>B>C>D", "26 B>C>D>A", "15 C>D>B>A", "17 D>C>B>A"];
/** electowiki: the same with four grades. */
const graded = ["42 A6 B5 C4 D3", "26 A3 B6 C5 D4", "15 A3 B4 C6 D5", "17 A3 B4 C5 D6"];
/** Wikipedia (en), "Single transferable vote": three kinds of food for the party. */
const food = ["4 A", "2 B>A", "8 C>D", "4 C>E", "1 D", "1 E"];
/** M. Schulze, arXiv:1804.02973, example 4: two win together. */
const schulzesTie = ["3 A>B>C>D", "2 C>B>D>A", "2 D>A>B>C", "2 D>B>C>A"];

describeWithDatabase("polls by every method, through the graph", entities, (database) => {
	let graph: VotingGraph;
	let voters: string[];

	beforeAll(async () => {
		graph = await aVotingGraph(database());
		voters = [];
		for (let n = 0; n < 8; n += 1) voters.push(await recordDelegate(database(), graph.world.place, n % 3));
	});

	/** Holds a poll of these ballots; lines as `ballotsOf` reads them. */
	async function held(method: PollMethod, size: number, limit: number, lines: readonly string[]) {
		const settings = settingsOf(method, size, limit);
		const ballots = ballotsOf(settings, ...lines);
		const poll = await holdPoll(graph, database(), voters, inputFor(settings), ballots);
		return { settings, ballots, ...poll };
	}

	const published: readonly [PollMethod, number, number, readonly string[], string, boolean][] = [
		["YES_NO_ABSTAIN", 0, 0, ["3 YES", "2 NO", "4 ABSTAIN"], "YES", true],
		["SINGLE_CHOICE", 4, 1, ["42 A", "26 B", "15 C", "17 D"], "A", true],
		["MULTIPLE_CHOICE", 4, 2, ["42 A B", "26 B C", "15 C D", "17 D C"], "B", true],
		["APPROVAL", 4, 1, ["42 A B", "26 B C", "15 C D", "17 D C"], "B", true],
		["SCORE", 3, 1, ["2 A5 B1", "3 B4", "1"], "B", true],
		["DOTS", 3, 4, ["2 A3 B1", "1 B4", "1 C2"], "A,B", false],
		["SCHULZE", 4, 1, tennessee, "B", true],
		["SCHULZE", 4, 1, schulzesTie, "B,D", false],
		["SCHULZE", 3, 1, ["2", "1"], "", false],
		["INSTANT_RUNOFF", 4, 1, tennessee, "D", true],
		["INSTANT_RUNOFF", 3, 1, ["1 A>B", "1 B>A", "1 C"], "A,B", false],
		["SINGLE_TRANSFERABLE_VOTE", 5, 3, food, "C,A,D", true],
		["MAJORITY_JUDGMENT", 4, 1, graded, "B", true],
		["CONSENT", 0, 0, ["3 AGREE", "2 DISAGREE", "4 ABSTAIN"], "AGREE", true],
	];

	test.each(published)(
		"[V21] %s among %i (%i): %j is won by %s; decided: %s",
		async (method, size, limit, lines, winners, isAdopted) => {
			const { pollId, settings, ballots, result } = await held(method, size, limit, lines);
			const lotSeed = await lotSeedOf(database(), pollId);
			const { working, ...counted } = result.count;
			const second = secondCount({ settings, ballots, lotSeed });
			expect(counted).toMatchObject({ winners: second.winners, isTie: second.isTie, cast: second.cast });
			expect(counted.abstained).toBe(second.abstained);
			const first = count(settings, ballots, lotSeed);
			const { kind: _, ...figures } = first.working;
			expect(working).toMatchObject(figures);
			expect(counted).toEqual({ ...first, method: undefined, working: undefined });
			expect(counted.winners.join()).toBe(winners);
			expect(result.isAdopted).toBe(isAdopted);
			const areAmongOptions = size > 0;
			expect(result.winners).toEqual(areAmongOptions ? counted.winners : []);
		},
	);

	/** Four options, two seats, and a first stage in which all are level: who is elected hangs on the lot. */
	test("[V22] [V23] a lot is drawn by the ballots that lay in the box, and said", async () => {
		const lines = ["3 A", "3 B", "3 C", "3 D"];
		const { pollId, settings, ballots, result } = await held("SINGLE_TRANSFERABLE_VOTE", 4, 2, lines);
		const lotSeed = await lotSeedOf(database(), pollId);
		expect(result.count.winners).toEqual(secondCount({ settings, ballots, lotSeed }).winners);
		expect(result.count.isTie).toBe(true);
		// Another seed elects others: that it is this one is no accident of the order of options.
		const byLots = [0, 5, 11, 17, 23].map((seed) =>
			count(settings, ballots, seed.toString(16)).winners.join(),
		);
		expect(new Set(byLots).size).toBeGreaterThan(1);
	});

	test("[V15] while it is open a ranked poll shows its turnout alone; grades are shown as they were given", async () => {
		const look = async (method: PollMethod, lines: readonly string[]) => {
			const settings = settingsOf(method, 4);
			let tally: unknown;
			const beforeClosing = async (pollId: string) => {
				const text = `query ($id: ID!) { poll(id: $id) { tally { cast total { choice values { value weight } }
					byPartner { cast counts { choice } } } } }`;
				tally = (await graph.look(graph.world.facilitator, text, { id: pollId })).data.poll.tally;
			};
			const ballots = ballotsOf(settings, ...lines);
			await holdPoll(graph, database(), voters, inputFor(settings), ballots, { beforeClosing });
			return tally;
		};
		const turnout = { cast: 4, total: [] };
		const ranked = await look("INSTANT_RUNOFF", tennessee);
		expect(ranked).toMatchObject({ ...turnout, byPartner: [{ cast: 2, counts: [] }, {}, {}] });
		const gradesOfA = {
			choice: "A",
			values: [
				{ value: 3, weight: 58 },
				{ value: 6, weight: 42 },
			],
		};
		expect(await look("MAJORITY_JUDGMENT", graded)).toMatchObject({
			cast: 4,
			total: [gradesOfA, {}, {}, {}],
		});
	});

	test("[V13] [G5] the count is the runners' once closed and everybody's once published, in both graphs", async () => {
		const { versionId } = await recordTabled(database(), graph.world.place);
		const { pollId, result } = await holdPoll(
			graph,
			database(),
			voters,
			{ recommendationVersionId: versionId },
			ballotsOf(settingsOf("YES_NO_ABSTAIN", 0), "1 YES", "1 NO", "1 YES"),
		);
		const open = await aPublicGraph(database());
		const shown = async () => {
			const [network] = await database().query<{ code: string }>("select code from network where id = $1", [
				graph.world.place.networkId,
			]);
			const { data } = await open.ask(
				`query ($code: String!) { network(code: $code) { recommendations(first: 50) { edges { node { poll {
					threshold { kind } result { ${COUNT} } } } } } } } ${ROUND}`,
				{ code: network?.code },
			);
			return data.network.recommendations.edges.flatMap(
				({ node: { poll } }: { node: { poll: HeldPoll | null } }) =>
					poll?.result ? [poll.result.count] : [],
			);
		};
		const before = (await shown()).length;
		const member = async () => {
			const text = `query ($id: ID!) { poll(id: $id) { result { ${COUNT} } } } ${ROUND}`;
			const viewer = graph.world.delegate(voters[0] as string);
			return (await graph.look(viewer, text, { id: pollId })).data.poll.result;
		};
		expect(await member()).toBeNull();
		await graph.world.room.publishPoll(graph.world.facilitator, pollId);
		expect(await member()).toEqual({ count: result.count });
		const after = await shown();
		expect(after).toHaveLength(before + 1);
		expect(after).toContainEqual(result.count);
	});
});
