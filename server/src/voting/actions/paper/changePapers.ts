import { isUuid, type RefusalCode } from "@crossroads/shared";
import type { Viewer } from "../../../people/index.ts";
import { refusalToClose } from "../../domain/pollTransitions.ts";
import type { PlacedPoll, Tx, VotingPorts } from "../../ports.ts";
import { type PollAnswer, refusalToRun } from "../PollAnswer.ts";

/** What is done with a paper of an open poll, under its lock; gives why nothing was done. */
export type PaperStep = (tx: Tx, poll: PlacedPoll, by: string) => Promise<RefusalCode | null>;

/**
 * [V32] Does something with a paper, for those who run the session, while the poll is open. Its lock orders it with
 * ballots and with the closing. Announces the poll.
 */
export async function changePapers(
	{ writes, announce }: VotingPorts,
	viewer: Viewer,
	pollId: string,
	step: PaperStep,
): Promise<PollAnswer> {
	if (!isUuid(pollId)) return { refusal: viewer.personId ? "not-found" : "not-signed-in" };
	const refusal = await writes.transaction(async (tx) => {
		const poll = await writes.lockPoll(tx, pollId);
		const mayNot = refusalToRun(viewer, poll);
		if (mayNot || !poll || !viewer.personId) return mayNot ?? "not-found";
		if (poll.secrecy === "SECRET") return "paper-not-in-secret-poll";
		return refusalToClose(poll.state) ?? step(tx, poll, viewer.personId);
	});
	if (refusal !== null) return { refusal };
	announce(`poll:${pollId.toLowerCase()}`);
	return { pollId, refusal: null };
}
