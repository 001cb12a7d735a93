import { isUuid, type RefusalCode } from "@crossroads/shared";
import type { Viewer } from "../../people/index.ts";
import type { PlacedPoll, Tx, VotingPorts } from "../ports.ts";
import { type PollAnswer, refusalToRun, topicsOf } from "./PollAnswer.ts";

/** One step of a poll's life, under the poll's lock. A refusal must come before anything is written. */
export type PollStep = (
	tx: Tx,
	poll: PlacedPoll,
	personId: string,
) => Promise<
	{ readonly refusal: RefusalCode } | { readonly refusal: null; readonly topics?: readonly string[] }
>;

/**
 * Takes the step in one transaction: locks the poll, checks the right to run it, lets `step` check and write,
 * raises the session's version; announces poll, session and the step's own topics after the commit.
 */
export async function changePoll(
	ports: VotingPorts,
	viewer: Viewer,
	pollId: string,
	step: PollStep,
): Promise<PollAnswer> {
	if (!isUuid(pollId)) return { refusal: viewer.personId ? "not-found" : "not-signed-in" };
	const done = await ports.writes.transaction(async (tx) => {
		const poll = await ports.writes.lockPoll(tx, pollId);
		const refusal = refusalToRun(viewer, poll);
		if (refusal || !poll || !viewer.personId) return { refusal: refusal ?? "not-found" };
		const stepped = await step(tx, poll, viewer.personId);
		if (stepped.refusal !== null) return stepped;
		await ports.session.touchSession(tx, poll.sessionId);
		return { refusal: null, topics: [...topicsOf(poll), ...(stepped.topics ?? [])] };
	});
	if (done.refusal !== null) return { refusal: done.refusal };
	for (const topic of new Set(done.topics)) ports.announce(topic);
	return { pollId, refusal: null };
}
