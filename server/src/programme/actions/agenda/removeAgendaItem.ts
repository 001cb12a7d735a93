import { RefusalCode } from "@crossroads/shared";
import type { Viewer } from "../../../people/index.ts";
import { removed } from "../../domain/agendaOrder.ts";
import { changeSession, type SessionWorld } from "../changeSession.ts";

/** [A4] Takes an item off the agenda, unless it has begun: then it is part of the session's record. */
export function removeAgendaItem(
	world: SessionWorld,
	viewer: Viewer,
	sessionId: string,
	itemId: string,
): Promise<RefusalCode | null> {
	return changeSession(world, viewer, {
		sessionId,
		action: "session:run",
		async apply({ agenda }) {
			const order = await agenda.order();
			if (!order.includes(itemId)) return RefusalCode.NOT_FOUND;
			if (await agenda.hasBegun(itemId)) return RefusalCode.STATE_DOES_NOT_ALLOW;
			await agenda.remove(itemId);
			await agenda.arrange(removed(order, itemId));
			return null;
		},
	});
}
