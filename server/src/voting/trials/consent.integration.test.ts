import "reflect-metadata";
import type { WeightedBallot } from "@crossroads/shared";
import { beforeAll, expect, test } from "vitest";
import { describeWithDatabase } from "../../database/testing/testDatabase.ts";
import { recommendationsEntities } from "../../recommendations/index.ts";
import { votingEntities } from "../store/entities.ts";
import { COUNT, holdPoll, ROUND } from "../testing/heldPoll.ts";
import { recordDelegate, recordTabled } from "../testing/pollRecords.ts";
import { aVotingGraph, type VotingGraph } from "../testing/votingGraph.ts";

const entities = [...votingEntities, ...recommendationsEntities];

describeWithDatabase("consent, through the graph", entities, (database) => {
	let graph: VotingGraph;
	let voters: string[];

	beforeAll(async () => {
		graph = await aVotingGraph(database());
		voters = [];
		for (let n = 0; n < 4; n += 1) voters.push(await recordDelegate(database(), graph.world.place, n));
	});

	const agree: WeightedBallot = { answer: { marks: [{ option: "AGREE", value: 1 }] }, weight: 1 };
	const block = (reason: string): WeightedBallot => ({
		answer: { marks: [{ option: "BLOCK", value: 1 }], reason },
		weight: 1,
	});

	test.each([
		["nobody blocks", [agree, agree], "AGREE", [], "ADOPTED"],
		[
			"somebody blocks",
			[agree, block("too dear"), agree, block("by night")],
			"BLOCK",
			["by night", "too dear"],
			"REJECTED",
		],
	] as const)("[V27] [V33] consent decides on a text: %s", async (_, ballots, winner, reasons, state) => {
		const { recommendationId, versionId } = await recordTabled(database(), graph.world.place);
		const input = { method: "CONSENT", recommendationVersionId: versionId };
		const { pollId, result } = await holdPoll(graph, database(), voters, input, ballots);
		expect(result).toMatchObject({
			isAdopted: state === "ADOPTED",
			winners: [],
			rules: [
				{ kind: "NO_BLOCK", isMet: reasons.length === 0 },
				{ kind: "SOMEBODY_AGREES", isMet: true },
			],
			count: { winners: [winner], working: { reasons } },
		});
		await graph.world.room.publishPoll(graph.world.facilitator, pollId);
		const [row] = await database().query<{ state: string }>(
			"select state from recommendation where id = $1",
			[recommendationId],
		);
		expect(row?.state).toBe(state);
	});

	test("[V20] a block without a reason is refused, and so is a reason for anything else", async () => {
		const input = { method: "CONSENT" };
		const nobody = { answer: { marks: [{ option: "BLOCK", value: 1 }] }, weight: 1 };
		const wordy = { answer: { ...agree.answer, reason: "because" }, weight: 1 };
		for (const wrong of [nobody, wordy]) {
			const holding = holdPoll(graph, database(), voters, input, [wrong]);
			await expect(holding).rejects.toThrow(/INVALID_INPUT/);
			await database().query("update poll set state = 'CLOSED' where state = 'OPEN'");
		}
	});

	test("[V9] an answer holds a hundred reasons; the record all of them", async () => {
		const { pollId } = await holdPoll(graph, database(), voters, { method: "CONSENT" }, [block("no")]);
		const reasons = Array.from({ length: 150 }, (_, n) => `reason ${1_000 + n}`);
		await database().query(
			"update poll set count = jsonb_set(count, '{working,reasons}', $2::jsonb) where id = $1",
			[pollId, JSON.stringify(reasons)],
		);
		const text = `query ($id: ID!) { poll(id: $id) { result { ${COUNT} } } } ${ROUND}`;
		const { data } = await graph.look(graph.world.facilitator, text, { id: pollId });
		expect(data.poll.result.count.working.reasons).toEqual(reasons.slice(0, 100));
		expect((await graph.world.room.reads.countOf(pollId))?.working).toMatchObject({ reasons });
	});
});
