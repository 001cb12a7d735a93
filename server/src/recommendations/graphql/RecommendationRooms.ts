import type { RecommendationsRoom } from "../index.ts";

/** What this room's resolvers ask of the house's rooms; initiatives and programme fit. */
export interface RecommendationRooms {
	readonly recommendations: RecommendationsRoom;
	readonly programme: {
		readonly shelf: {
			theme(id: string): Promise<object | null>;
			agendaItem(id: string): Promise<object | null>;
		};
	};
	readonly initiatives: {
		readonly shelf: {
			initiative(id: string): Promise<object | null>;
			finding(id: string): Promise<object | null>;
		};
	};
}
