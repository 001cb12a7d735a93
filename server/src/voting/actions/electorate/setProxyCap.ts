import type { Viewer } from "../../../people/index.ts";
import { isProxyCap } from "../../domain/electorate/electorate.ts";
import type { VotingPorts } from "../../ports.ts";
import { changePoll } from "../changePoll.ts";
import type { PollAnswer } from "../PollAnswer.ts";

/**
 * [V29] Sets for how many others one may vote, before opening, for those who run the session. Not below what has been
 * given already, and not in a secret poll, whose ballots nobody casts for somebody else.
 */
export function setProxyCap(
	ports: VotingPorts,
	viewer: Viewer,
	pollId: string,
	cap: number,
): Promise<PollAnswer> {
	return changePoll(ports, viewer, pollId, async (tx, poll) => {
		if (poll.state !== "PREPARED") return { refusal: "poll-already-opened" };
		if (!isProxyCap(cap) || (poll.secrecy === "SECRET" && cap > 0)) return { refusal: "invalid-input" };
		const grants = Map.groupBy(await ports.electorate.grants(tx, poll.id), ({ proxyId }) => proxyId);
		if ([...grants.values()].some(({ length }) => length > cap)) return { refusal: "proxy-has-too-many" };
		await ports.electorate.setProxyCap(tx, poll.id, cap);
		return { refusal: null };
	});
}
