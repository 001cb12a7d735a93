import { RefusalCode } from "@crossroads/shared";
import type { Viewer } from "../../../people/index.ts";
import { changeSession, type SessionWorld } from "../changeSession.ts";

/** [A6] Gives somebody the floor; whoever speaks before has it no more. */
export function callSpeaker(
	world: SessionWorld,
	viewer: Viewer,
	sessionId: string,
	floorRequestId: string,
): Promise<RefusalCode | null> {
	return changeSession(world, viewer, {
		sessionId,
		action: "session:run",
		async apply({ floor }, _personId, at) {
			return (await floor.call(floorRequestId, at)) ? null : RefusalCode.NOT_FOUND;
		},
	});
}
