import type { RecommendationShelf } from "../../recommendations/index.ts";
import type { DraftingRoom } from "../index.ts";

/** What this room's resolvers ask of the house's rooms. */
export interface DraftingRooms {
	readonly drafting: DraftingRoom;
	readonly recommendations: { readonly shelf: Pick<RecommendationShelf, "recommendation"> };
}
