import type { ApolloClient } from "@apollo/client";
import type { BallotAnswer } from "@crossroads/shared";
import {
	CastBallotDocument,
	type CastBallotMutationVariables,
	CastSealedBallotDocument,
} from "../../gql/graphql.ts";
import { loadSodium } from "../sealing/loadSodium.ts";
import { type SealedBallot, sealAnswer } from "../sealing/sealAnswer.ts";
import type { LivePoll } from "../views.ts";
import { answerInput, type SaidAnswer, type ServersBallot, saidIn } from "./SaidAnswer.ts";
import { type BallotEvent, secretBallot, type UnsentBallot } from "./unsentBallot.ts";

/** Not the server refused the ballot, but this browser the answer: it names the receipt of another ballot. */
export const RECEIPT_DIFFERS = "RECEIPT_DIFFERS";

/** What sending needs to know of a poll. */
export type PollToVoteIn = Pick<LivePoll, "id" | "secrecy" | "box">;

/**
 * One attempt at a confirmed ballot, and what came of it. A secret one is sealed first, which is an event of its own, so
 * that its bytes lie on the device before they are sent; an answer to a secret poll never leaves the browser unsealed.
 * Rejects when no answer came.
 */
export async function sendBallot(
	client: ApolloClient,
	poll: PollToVoteIn,
	unsent: UnsentBallot,
	/** The elector whose ballot it is, where the voter is the proxy; null: the voter. */
	inSteadOf: string | null,
): Promise<BallotEvent> {
	const { answer, sealed, idempotencyKey } = unsent;
	if (sealed) return sendSealed(client, poll.id, sealed);
	if (!answer) return { type: "lost" };
	if (poll.secrecy === "NAMED")
		return sendNamed(client, { pollId: poll.id, ...variablesOf(answer), idempotencyKey, inSteadOf });
	return seal(poll, answer);
}

async function seal({ id, box }: PollToVoteIn, answer: BallotAnswer): Promise<BallotEvent> {
	if (!box) return { type: "lost" };
	const { publicKey, textBytes } = box;
	const ballot = sealAnswer(await loadSodium(), { pollId: id, publicKey, textBytes }, answer);
	return ballot ? { type: "sealed", ballot } : { type: "refused", refusal: "INVALID_INPUT", ballot: null };
}

async function sendNamed(client: ApolloClient, variables: CastBallotMutationVariables): Promise<BallotEvent> {
	const { data } = await client.mutate({
		mutation: CastBallotDocument,
		variables,
		fetchPolicy: "no-cache",
	});
	return eventOf(data?.castBallot);
}

function variablesOf({ parts, ...answer }: SaidAnswer) {
	if (!parts) return { answer: answerInput(answer) };
	return { parts: parts.map((part) => ({ weight: part.weight, answer: answerInput(part.answer) })) };
}

/** [B6] Sent again, the same bytes are the same ballot. It is in the box when the server names the receipt that this browser made of it. */
async function sendSealed(
	client: ApolloClient,
	pollId: string,
	{ sealed, receipt }: SealedBallot,
): Promise<BallotEvent> {
	const { data } = await client.mutate({
		mutation: CastSealedBallotDocument,
		variables: { input: { pollId, sealed } },
		fetchPolicy: "no-cache",
	});
	const answer = data?.castSealedBallot;
	if (answer?.refusal) return { type: "refused", refusal: answer.refusal.code, ballot: null };
	if (!answer?.receipt) return { type: "lost" };
	return answer.receipt === receipt
		? { type: "answered", ballot: secretBallot(receipt) }
		: { type: "refused", refusal: RECEIPT_DIFFERS, ballot: null };
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
