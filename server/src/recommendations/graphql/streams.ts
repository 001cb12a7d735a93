import { GraphQLError } from "graphql";
import type { StreamDefinition } from "../../live/index.ts";
import { may, type Viewer } from "../../people/index.ts";
import type { RecommendationRooms } from "./RecommendationRooms.ts";

/** The subscriptions of this room. A recommendation looks the same to everybody who may see it [R6]. */
export function recommendationsStreams({
	recommendations,
}: Pick<RecommendationRooms, "recommendations">): Record<string, StreamDefinition<Viewer>> {
	return {
		recommendation: {
			kind: "state",
			async enter({ id }: { id: string }, viewer: Viewer) {
				const found = await recommendations.shelf.recommendation(id);
				if (!found || !may(viewer, "network:read", { networkId: found.networkId }))
					throw new GraphQLError("There is no such recommendation.", { extensions: { code: "NOT_FOUND" } });
				return {
					topics: [`recommendation:${found.id}`],
					scope: scopeOf(viewer, found.networkId),
					viewer,
				};
			},
		},
	};
}

/** The answer may hold fields that depend on the roles held in the network (a draft's right to write): these name it. */
function scopeOf({ roles }: Viewer, networkId: string): string {
	const held = roles.filter((role) => role.networkId === networkId);
	const names = held.map(({ role, partnerId, eventId, sessionId }) =>
		[role, partnerId, eventId, sessionId].filter(Boolean).join("@"),
	);
	return `network:${networkId}:${[...new Set(names)].sort().join()}`;
}
