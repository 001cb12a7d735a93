import { DraftHistoryResolver } from "./DraftHistoryResolver.ts";
import type { DraftingRooms } from "./DraftingRooms.ts";
import { DraftLogResolver } from "./DraftLogResolver.ts";
import { DraftResolver, RecommendationDraft } from "./DraftResolver.ts";

export { draftingStreams } from "./streams.ts";

/** The room's resolvers, for the house to register. */
export function draftingResolvers(rooms: DraftingRooms): object[] {
	return [
		new DraftResolver(rooms),
		new RecommendationDraft(rooms),
		new DraftLogResolver(rooms),
		new DraftHistoryResolver(rooms),
	];
}
