import { isUuid } from "@crossroads/shared";
import type { Viewer } from "../../../people/index.ts";
import { refusalToGrant } from "../../domain/electorate/proxies.ts";
import type { VotingPorts } from "../../ports.ts";
import type { PollAnswer } from "../PollAnswer.ts";
import { changeProxy, type PrincipalWish } from "./changeProxy.ts";

/** Who shall vote for whom. */
export interface GiveProxyWish extends PrincipalWish {
	readonly proxyId: string;
}

/** [V29] Gives the viewer's vote, or somebody's for whom it is entered, into the proxy's hands. */
export async function giveProxy(
	ports: VotingPorts,
	viewer: Viewer,
	wish: GiveProxyWish,
): Promise<PollAnswer> {
	const proxyId = wish.proxyId.toLowerCase();
	if (!isUuid(proxyId)) return { refusal: viewer.personId ? "not-found" : "not-signed-in" };
	return changeProxy(ports, viewer, wish, async (tx, poll, principalId, givenBy) => {
		const entitled = await ports.session.entitledDelegates(tx, poll.sessionId);
		const refusal = refusalToGrant(
			{ principalId, proxyId },
			{
				state: poll.state,
				entitledIds: new Set(entitled.map(({ personId }) => personId)),
				grants: await ports.electorate.grants(tx, poll.id),
				cap: poll.proxyCap,
			},
		);
		if (refusal) return refusal;
		await ports.electorate.giveProxy(tx, {
			pollId: poll.id,
			principalId,
			proxyId,
			givenBy,
			at: ports.clock(),
		});
		return null;
	});
}
