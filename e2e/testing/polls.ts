import { randomUUID } from "node:crypto";
import type { GraphClient } from "./graph.ts";

/** What is put to the vote, as `createPoll` takes it. */
export interface PollAsked {
	method: string;
	options?: string[];
	mostChosen?: number;
	dots?: number;
	seats?: number;
}

interface Counted {
	poll: { tally: { total: { choice: string; points: number }[] } };
}

/** Polls of one session, led by its facilitator over the graph. Each has a question of its own. */
export function pollsOf(facilitator: GraphClient, sessionId: string) {
	let asked = 0;
	const step = async (mutation: string, id: string) => {
		const answer = await facilitator.request<Record<string, { refusal: unknown }>>(
			`mutation ($id: ID!) { ${mutation}(pollId: $id) { refusal { code } } }`,
			{ id },
		);
		if (answer[mutation]?.refusal) throw new Error(`${mutation}: ${JSON.stringify(answer)}`);
	};
	return {
		/** Prepares and opens one. */
		async open({ method, options = [], mostChosen, dots, seats }: PollAsked) {
			asked += 1;
			const question = `Question ${asked}: which of these first?`;
			const { createPoll } = await facilitator.request<{ createPoll: { poll: { id: string } | null } }>(
				"mutation ($input: CreatePollInput!) { createPoll(input: $input) { poll { id } refusal { code } } }",
				{ input: { sessionId, question, method, options, mostChosen, dots, seats, quorumNumerator: 0 } },
			);
			if (!createPoll.poll) throw new Error(`not prepared: ${JSON.stringify(createPoll)}`);
			await step("openPoll", createPoll.poll.id);
			return { id: createPoll.poll.id, question };
		},
		async close(id: string) {
			await step("closePoll", id);
			await step("publishPoll", id);
		},
		/** A ballot of somebody who votes over the graph. */
		async cast(
			voter: GraphClient,
			pollId: string,
			marks: { option: string; value: number }[],
			reason: string | null = null,
		) {
			await voter.request(
				"mutation ($p: ID!, $a: BallotAnswerInput!, $k: ID!) { castBallot(pollId: $p, answer: $a, idempotencyKey: $k) { refusal { code } } }",
				{ p: pollId, a: { marks, reason }, k: randomUUID() },
			);
		},
		/** The points of every option that has some. */
		async points(id: string): Promise<Record<string, number>> {
			const { poll } = await facilitator.request<Counted>(
				"query ($id: ID!) { poll(id: $id) { tally { total { choice points } } } }",
				{ id },
			);
			return Object.fromEntries(
				poll.tally.total.filter(({ points }) => points > 0).map(({ choice, points }) => [choice, points]),
			);
		},
	};
}
