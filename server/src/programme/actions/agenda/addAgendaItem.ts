import { RefusalCode } from "@crossroads/shared";
import type { Viewer } from "../../../people/index.ts";
import { inserted } from "../../domain/agendaOrder.ts";
import { isAgendaItem } from "../../domain/isAgendaItem.ts";
import type { NewAgendaItem } from "../../ports.ts";
import { changeSession, type SessionWorld } from "../changeSession.ts";

/** Adds an item at a place of the agenda, or at its end. */
export function addAgendaItem(
	world: SessionWorld,
	viewer: Viewer,
	sessionId: string,
	item: NewAgendaItem,
	atIndex: number | null,
): Promise<RefusalCode | null> {
	const { recommendationId } = item;
	return changeSession(world, viewer, {
		sessionId,
		action: "session:run",
		recommendationId,
		async apply({ facts, agenda }, _personId, _at, networkOfRecommendation) {
			if (!isAgendaItem(item)) return RefusalCode.INVALID_INPUT;
			if (recommendationId && networkOfRecommendation !== facts.networkId) return RefusalCode.NOT_FOUND;
			const order = await agenda.order();
			const id = await agenda.add({ ...item, title: item.title.trim() });
			await agenda.arrange(inserted(order, id, atIndex));
			return null;
		},
	});
}
