import { RefusalCode } from "@crossroads/shared";
import type { Viewer } from "../../../people/index.ts";
import { moved } from "../../domain/agendaOrder.ts";
import { changeSession, type SessionWorld } from "../changeSession.ts";

/** [A3] Puts an item at a place, counted from 0 without the item itself; the others keep their order. */
export function moveAgendaItem(
	world: SessionWorld,
	viewer: Viewer,
	sessionId: string,
	itemId: string,
	toIndex: number,
): Promise<RefusalCode | null> {
	return changeSession(world, viewer, {
		sessionId,
		action: "session:run",
		async apply({ agenda }) {
			const order = await agenda.order();
			if (!order.includes(itemId)) return RefusalCode.NOT_FOUND;
			await agenda.arrange(moved(order, itemId, toIndex));
			return null;
		},
	});
}
