import type { Viewer } from "../../../people/index.ts";
import type { VotingPorts } from "../../ports.ts";
import type { PollAnswer } from "../PollAnswer.ts";
import { changeProxy, type PrincipalWish } from "./changeProxy.ts";

/** [V29] Takes the vote back that was given to a proxy, before opening. */
export function withdrawProxy(ports: VotingPorts, viewer: Viewer, wish: PrincipalWish): Promise<PollAnswer> {
	return changeProxy(ports, viewer, wish, async (tx, poll, principalId) => {
		if (poll.state !== "PREPARED") return "poll-already-opened";
		const isWithdrawn = await ports.electorate.withdrawProxy(tx, poll.id, principalId);
		return isWithdrawn ? null : "proxy-not-given";
	});
}
