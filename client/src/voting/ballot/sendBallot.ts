import type { ApolloClient } from "@apollo/client";
import { CastBallotDocument } from "../../gql/graphql.ts";
import { type SaidAnswer, type ServersBallot, saidIn } from "./SaidAnswer.ts";
import type { BallotEvent, UnsentBallot } from "./unsentBallot.ts";

/** One attempt at a confirmed ballot, and what came of it. Rejects when no answer came. */
export async function sendBallot(
	client: ApolloClient,
	pollId: string,
	{ answer, idempotencyKey }: UnsentBallot,
	/** The elector whose ballot it is, where the voter is the proxy; null: the voter. */
	inSteadOf: string | null,
): Promise<BallotEvent> {
	if (!answer) return { type: "lost" };
	const variables = { pollId, ...variablesOf(answer), idempotencyKey, inSteadOf };
	const { data } = await client.mutate({
		mutation: CastBallotDocument,
		variables,
		fetchPolicy: "no-cache",
	});
	return eventOf(data?.castBallot);
}

function variablesOf({ marks, parts }: SaidAnswer) {
	if (!parts) return { answer: { marks: [...marks] } };
	return {
		parts: parts.map(({ weight, answer }) => ({ weight, answer: { marks: [...answer.marks] } })),
	};
}

interface CastAnswer {
	ballot: ServersBallot | null;
	refusal: { code: string } | null;
}

function eventOf(answer: CastAnswer | undefined): BallotEvent {
	const ballot = answer?.ballot ? saidIn(answer.ballot) : null;
	if (answer?.refusal) return { type: "refused", refusal: answer.refusal.code, ballot };
	if (ballot) return { type: "answered", ballot };
	return { type: "lost" };
}
