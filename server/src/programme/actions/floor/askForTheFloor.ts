import { RefusalCode } from "@crossroads/shared";
import type { Viewer } from "../../../people/index.ts";
import { changeSession, type SessionWorld } from "../changeSession.ts";

/** [A6] Puts somebody who is present on the list of speakers, once. */
export function askForTheFloor(
	world: SessionWorld,
	viewer: Viewer,
	sessionId: string,
): Promise<RefusalCode | null> {
	return changeSession(world, viewer, {
		sessionId,
		action: "session:attend",
		async apply({ presence, floor }, personId, at) {
			if (!(await presence.isPresent(personId))) return RefusalCode.NOT_CHECKED_IN;
			return (await floor.ask(personId, at)) ? null : RefusalCode.ALREADY_ASKED_FOR_THE_FLOOR;
		},
	});
}
