import { RefusalCode } from "@crossroads/shared";
import type { Viewer } from "../../../people/index.ts";
import { changeSession, type SessionWorld } from "../changeSession.ts";

/** [A6] Takes one's own request back, or ends one's own speech. */
export function withdrawFloorRequest(
	world: SessionWorld,
	viewer: Viewer,
	sessionId: string,
): Promise<RefusalCode | null> {
	return changeSession(world, viewer, {
		sessionId,
		action: "session:attend",
		async apply({ floor }, personId, at) {
			return (await floor.withdraw(personId, at)) ? null : RefusalCode.NOT_FOUND;
		},
	});
}
