import type { Agenda, Tx } from "../ports.ts";

/**
 * [R7] Who hears of a recommendation's step after the commit: those who look at it, and at every session whose agenda
 * names it. Raises those sessions' versions and takes their locks, so the recommendation is locked before.
 */
export async function topicsOf(agenda: Agenda, tx: Tx, recommendationId: string): Promise<readonly string[]> {
	const sessionIds = await agenda.touchSessionsNaming(tx, recommendationId);
	return [`recommendation:${recommendationId}`, ...sessionIds.map((id) => `session:${id}`)];
}
