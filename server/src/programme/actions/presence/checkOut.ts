import { RefusalCode } from "@crossroads/shared";
import type { Viewer } from "../../../people/index.ts";
import { changeSession, type SessionWorld } from "../changeSession.ts";

/** [A5] Checks a delegate out, and takes a request for the floor back with it. */
export function checkOut(
	world: SessionWorld,
	viewer: Viewer,
	sessionId: string,
): Promise<RefusalCode | null> {
	return changeSession(world, viewer, {
		sessionId,
		action: "session:attend",
		announces: ["session", "presence"],
		async apply({ presence, floor }, personId, at) {
			if (!(await presence.checkOut(personId, at))) return RefusalCode.NOT_CHECKED_IN;
			await floor.withdraw(personId, at);
			return null;
		},
	});
}
