import type { Viewer } from "../../people/index.ts";
import { refusalToPublish } from "../domain/pollTransitions.ts";
import type { PlacedPoll, Tx, VotingPorts } from "../ports.ts";
import { changePoll } from "./changePoll.ts";
import { openHeldBox } from "./openBox.ts";
import { type PollAnswer, refusalToRun } from "./PollAnswer.ts";

/**
 * CLOSED → PUBLISHED: the result is for everybody. In the same transaction the recommendation that was voted on
 * becomes ADOPTED or REJECTED [V16]. Locks the poll, the recommendation, the session, in that order.
 */
export async function publishPoll(ports: VotingPorts, viewer: Viewer, pollId: string): Promise<PollAnswer> {
	await openLeftBox(ports, viewer, pollId);
	return publish(ports, viewer, pollId);
}

/** [V44] Opens a box whose key the server holds, if that was broken off after the closing. */
async function openLeftBox(ports: VotingPorts, viewer: Viewer, pollId: string): Promise<void> {
	const poll = await ports.reads.poll(pollId);
	const isLeft = poll?.secrecy === "SECRET" && poll.state === "CLOSED" && poll.result === null;
	if (isLeft && refusalToRun(viewer, poll) === null) await openHeldBox(ports, pollId);
}

function publish(ports: VotingPorts, viewer: Viewer, pollId: string): Promise<PollAnswer> {
	const { writes } = ports;
	return changePoll(ports, viewer, pollId, async (tx, poll, personId) => {
		const refusal = refusalToPublish(poll.state, poll.result !== null);
		if (refusal) return { refusal };
		const at = ports.clock();
		await writes.savePublished(tx, { pollId, at });
		return { refusal: null, topics: await decide(ports, tx, poll, personId, at) };
	});
}

/** [V16] A text that was withdrawn or superseded meanwhile is left alone: the result stands, and decides nothing. */
async function decide(ports: VotingPorts, tx: Tx, poll: PlacedPoll, personId: string, at: Date) {
	const { recommendationVersionId: versionId, result } = poll;
	if (versionId === null || result === null) return [];
	const { isAdopted } = result;
	const decided = await ports.decideRecommendation(tx, {
		versionId,
		pollId: poll.id,
		isAdopted,
		personId,
		at,
	});
	return decided.refusal === null ? decided.topics : [];
}
