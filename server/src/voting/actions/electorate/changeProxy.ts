import { isUuid, type RefusalCode } from "@crossroads/shared";
import { may, type Viewer } from "../../../people/index.ts";
import type { PlacedPoll, Tx, VotingPorts } from "../../ports.ts";
import type { PollAnswer } from "../PollAnswer.ts";

/** Whose vote it is, in which poll; null: the viewer's own. */
export interface PrincipalWish {
	readonly pollId: string;
	readonly principalId: string | null;
}

/** What is done to a principal's proxy, under the poll's lock; gives why nothing was done. */
type ProxyStep = (tx: Tx, poll: PlacedPoll, principalId: string, by: string) => Promise<RefusalCode | null>;

/**
 * [V29] Does something to the proxy of the viewer, or of somebody for whom those who run the session enter it. The poll's
 * lock orders it with others and with the opening. Announces the poll.
 */
export async function changeProxy(
	{ writes, announce }: VotingPorts,
	viewer: Viewer,
	{ pollId, principalId }: PrincipalWish,
	step: ProxyStep,
): Promise<PollAnswer> {
	const by = viewer.personId;
	if (!by) return { refusal: "not-signed-in" };
	const whose = (principalId ?? by).toLowerCase();
	if (!isUuid(pollId) || !isUuid(whose)) return { refusal: "not-found" };
	const refusal = await writes.transaction(async (tx) => {
		const poll = await writes.lockPoll(tx, pollId);
		if (!poll || !may(viewer, "session:read", poll)) return "not-found";
		if (whose !== by && !may(viewer, "poll:run", poll)) return "not-allowed";
		return step(tx, poll, whose, by);
	});
	if (refusal !== null) return { refusal };
	announce(`poll:${pollId.toLowerCase()}`);
	return { pollId, refusal: null };
}
