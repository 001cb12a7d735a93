import { RefusalCode } from "@crossroads/shared";
import type { Viewer } from "../../../people/index.ts";
import { changeSession, type SessionWorld } from "../changeSession.ts";

/** [A6] Ends a speech, or takes a request off the list. */
export function endSpeaker(
	world: SessionWorld,
	viewer: Viewer,
	sessionId: string,
	floorRequestId: string,
): Promise<RefusalCode | null> {
	return changeSession(world, viewer, {
		sessionId,
		action: "session:run",
		async apply({ floor }, _personId, at) {
			return (await floor.end(floorRequestId, at)) ? null : RefusalCode.NOT_FOUND;
		},
	});
}
