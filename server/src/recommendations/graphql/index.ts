import {
	AgendaItemRecommendation,
	NetworkRecommendations,
	ThemeRecommendations,
	ViewerRecommendations,
} from "./addedFields.ts";
import { RecommendationMutations } from "./RecommendationMutations.ts";
import { RecommendationResolver, RecommendationVersionResolver } from "./RecommendationResolver.ts";
import type { RecommendationRooms } from "./RecommendationRooms.ts";

export { recommendationsStreams } from "./streams.ts";
export { RecommendationVersionView, RecommendationView } from "./views.ts";

/** The room's resolvers, for the house to register. */
export function recommendationsResolvers(rooms: RecommendationRooms): object[] {
	return [
		new RecommendationResolver(rooms),
		new RecommendationVersionResolver(rooms),
		new RecommendationMutations(rooms),
		new NetworkRecommendations(rooms),
		new ThemeRecommendations(rooms),
		new ViewerRecommendations(rooms),
		new AgendaItemRecommendation(rooms),
	];
}
