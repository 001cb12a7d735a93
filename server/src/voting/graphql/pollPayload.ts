import { refusalOf } from "../../people/graphql/index.ts";
import type { PollAnswer, VotingRoom } from "../index.ts";
import { pollView } from "./viewOf.ts";
import type { PollPayload } from "./views/payloads.ts";

/** The answer of an action on a poll, with the poll as it is now. */
export async function pollPayload(voting: VotingRoom, answer: PollAnswer): Promise<PollPayload> {
	if (answer.refusal !== null) return { poll: null, refusal: refusalOf(answer.refusal) };
	return { poll: pollView(await voting.reads.poll(answer.pollId)), refusal: null };
}
