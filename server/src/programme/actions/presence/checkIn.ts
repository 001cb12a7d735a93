import { RefusalCode } from "@crossroads/shared";
import type { Viewer } from "../../../people/index.ts";
import { changeSession, type SessionWorld } from "../changeSession.ts";

/** [A5] Checks a delegate of the session's event in. Of many at the same time, one counts. */
export function checkIn(world: SessionWorld, viewer: Viewer, sessionId: string): Promise<RefusalCode | null> {
	return changeSession(world, viewer, {
		sessionId,
		action: "session:attend",
		announces: ["presence"],
		async apply({ presence }, personId, at) {
			const delegateId = await presence.delegateOf(personId);
			if (!delegateId) return RefusalCode.NOT_ALLOWED;
			const isNew = await presence.checkIn(personId, delegateId, at);
			return isNew ? null : RefusalCode.ALREADY_CHECKED_IN;
		},
	});
}
