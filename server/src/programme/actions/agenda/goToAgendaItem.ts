import { RefusalCode } from "@crossroads/shared";
import type { Viewer } from "../../../people/index.ts";
import { changeSession, type SessionWorld } from "../changeSession.ts";

/** [A4] Makes an item current, or none; the one before ends now. Going where one is changes nothing. */
export function goToAgendaItem(
	world: SessionWorld,
	viewer: Viewer,
	sessionId: string,
	itemId: string | null,
): Promise<RefusalCode | null> {
	return changeSession(world, viewer, {
		sessionId,
		action: "session:run",
		async apply({ facts, agenda }, _personId, at) {
			if (facts.currentItemId === itemId) return null;
			if (itemId !== null && !(await agenda.order()).includes(itemId)) return RefusalCode.NOT_FOUND;
			await agenda.makeCurrent(itemId, at);
			return null;
		},
	});
}
