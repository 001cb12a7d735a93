import type { ApolloClient } from "@apollo/client";
import { CastBallotDocument } from "../../gql/graphql.ts";
import type { BallotEvent, CountedBallot, UnsentBallot } from "./unsentBallot.ts";

/** One attempt at a confirmed ballot, and what came of it. Rejects when no answer came. */
export async function sendBallot(
	client: ApolloClient,
	pollId: string,
	{ answer, idempotencyKey }: UnsentBallot,
	/** The elector whose ballot it is, where the voter is the proxy; null: the voter. */
	inSteadOf: string | null,
): Promise<BallotEvent> {
	if (!answer) return { type: "lost" };
	const variables = { pollId, answer: { marks: [...answer.marks] }, idempotencyKey, inSteadOf };
	const { data } = await client.mutate({
		mutation: CastBallotDocument,
		variables,
		fetchPolicy: "no-cache",
	});
	return eventOf(data?.castBallot);
}

interface CastAnswer {
	ballot: CountedBallot | null;
	refusal: { code: string } | null;
}

function eventOf(answer: CastAnswer | undefined): BallotEvent {
	if (answer?.refusal) return { type: "refused", refusal: answer.refusal.code, ballot: answer.ballot };
	if (answer?.ballot) return { type: "answered", ballot: answer.ballot };
	return { type: "lost" };
}
