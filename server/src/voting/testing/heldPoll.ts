import { createHash, randomUUID } from "node:crypto";
import {
	type BallotAnswer,
	type CountResult,
	lotText,
	type PollMethod,
	type PollSettings,
	type WeightedBallot,
} from "@crossroads/shared";
import type { Sql } from "../../database/index.ts";
import type { Viewer } from "../../people/index.ts";
import type { VotingGraph } from "./votingGraph.ts";

/** What is asked of a count: all of it, to the depth of a case in a case of a run-off. */
export const COUNT = `count { winners isTie ranking cast abstained working { __typename
	... on Sums { sums { option sum } reasons }
	... on StrongestPaths { preferences paths }
	... on RunoffRounds { rounds { ...round cases { eliminated winners rounds { ...round
		cases { eliminated winners rounds { ...round cases { eliminated } } } } } } }
	... on TransferStages { quota stages { kind from votes { option votes } nonTransferable elected lots { tied chosen } } }
	... on Medians { options { option grades median value { lower upper times } } } } }`;

/** Goes with `COUNT`. */
export const ROUND = "fragment round on RunoffRound { votes { option votes } exhausted eliminated tied }";

/** A decided poll, as the graph gives it to those who run it. */
export interface HeldPoll {
	readonly pollId: string;
	readonly result: {
		readonly isAdopted: boolean;
		readonly winners: readonly string[];
		readonly rules: readonly { readonly kind: string; readonly isMet: boolean }[];
		readonly count: Omit<CountResult, "method" | "working"> & { readonly working: Record<string, unknown> };
	};
}

/** What may be done by hand between the steps. */
export interface Between {
	readonly afterOpening?: (pollId: string) => Promise<void>;
	readonly beforeClosing?: (pollId: string) => Promise<void>;
}

/**
 * Prepares, opens, votes and closes by mutations. The voters cast these ballots, one each in their order, and weigh what
 * the ballot weighs; null: silent. Throws if anything is refused.
 */
export async function holdPoll(
	graph: VotingGraph,
	sql: Sql,
	voters: readonly string[],
	input: Record<string, unknown>,
	ballots: readonly (WeightedBallot | null)[],
	{ afterOpening, beforeClosing }: Between = {},
): Promise<HeldPoll> {
	const { world } = graph;
	const pollId = await preparePoll(graph, input);
	await move(graph, world.facilitator, "openPoll", pollId);
	await afterOpening?.(pollId);
	for (const [place, ballot] of ballots.entries()) {
		if (!ballot) continue;
		const personId = voters[place] as string;
		await sql.query("update elector set weight = $3 where poll_id = $1 and person_id = $2", [
			pollId,
			personId,
			ballot.weight,
		]);
		await cast(graph, world.delegate(personId), pollId, ballot.answer);
	}
	await beforeClosing?.(pollId);
	const result = await move(graph, world.facilitator, "closePoll", pollId);
	return { pollId, result };
}

/** Prepares a poll without a quorum; gives its id. */
async function preparePoll({ world, ask }: VotingGraph, input: Record<string, unknown>): Promise<string> {
	const wish = { sessionId: world.place.sessionId, question: "Which?", quorumNumerator: 0, ...input };
	const { createPoll } = await ask(
		world.facilitator,
		"mutation ($input: CreatePollInput!) { createPoll(input: $input) { poll { id } refusal { code } } }",
		{ input: wish },
	);
	if (!createPoll.poll) throw new Error(`not prepared: ${JSON.stringify(createPoll.refusal)}`);
	return createPoll.poll.id;
}

async function move({ ask }: VotingGraph, viewer: Viewer, field: string, pollId: string) {
	const answer = await ask(
		viewer,
		`mutation ($id: ID!) { ${field}(pollId: $id) {
			poll { result { isAdopted winners rules { kind isMet have of needed } ${COUNT} } } refusal { code } } } ${ROUND}`,
		{ id: pollId },
	);
	const { poll, refusal } = answer[field];
	if (!poll) throw new Error(`${field}: ${JSON.stringify(refusal)}`);
	return poll.result;
}

async function cast({ ask }: VotingGraph, viewer: Viewer, pollId: string, answer: BallotAnswer) {
	const { castBallot } = await ask(
		viewer,
		`mutation ($pollId: ID!, $answer: BallotAnswerInput!, $key: ID!) {
			castBallot(pollId: $pollId, answer: $answer, idempotencyKey: $key) {
				ballot { answer { marks { option value } reason } } refusal { code } } }`,
		{ pollId, answer, key: randomUUID() },
	);
	const { ballot, refusal } = castBallot;
	if (!ballot) throw new Error(`not cast: ${JSON.stringify(refusal)}`);
	const said = { ...answer, reason: answer.reason ?? null };
	if (JSON.stringify(ballot.answer) !== JSON.stringify(said)) throw new Error(JSON.stringify(ballot.answer));
}

/** What the poll of these settings is asked for as. */
export function inputFor(settings: PollSettings): { method: PollMethod } & Record<string, unknown> {
	const { method, options, ...limits } = settings;
	const labels = options.map(({ key }) => `Option ${key}`);
	return {
		method,
		...(method === "YES_NO_ABSTAIN" || method === "CONSENT" ? {} : { options: labels }),
		...limits,
	};
}

/** [V23] The seed of the lot, from what lies in the box now. */
export async function lotSeedOf(sql: Sql, pollId: string): Promise<string> {
	const ballots = await sql.query<WeightedBallot>(
		"select answer, weight from ballot join elector using (poll_id, person_id) where poll_id = $1",
		[pollId],
	);
	return createHash("sha256").update(lotText(pollId, ballots)).digest("hex");
}
