import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../http/index.ts";
import { Network } from "../../network/graphql/index.ts";
import { ViewerView } from "../../people/graphql/index.ts";
import { may, type Viewer } from "../../people/index.ts";
import { AgendaItem, Theme } from "../../programme/graphql/index.ts";
import type { Recommendation, Version } from "../ports.ts";
import type { RecommendationRooms } from "./RecommendationRooms.ts";
import { RecommendationVersionView, RecommendationView } from "./views.ts";

/** A network's recommendations. */
@Resolver(() => Network)
export class NetworkRecommendations {
	constructor(private readonly rooms: RecommendationRooms) {}

	@FieldResolver(() => [RecommendationView], {
		description: "Its recommendations, by number; none for those without a role in the network.",
	})
	async recommendations(
		@Root() { id }: Network,
		@Ctx() { viewer }: RequestContext<Viewer>,
	): Promise<Recommendation[]> {
		if (!may(viewer, "network:read", { networkId: id })) return [];
		return [...(await this.rooms.recommendations.shelf.ofNetwork(id))];
	}
}

/** A theme's recommendations. */
@Resolver(() => Theme)
export class ThemeRecommendations {
	constructor(private readonly rooms: RecommendationRooms) {}

	@FieldResolver(() => [RecommendationView], {
		description:
			"The recommendations on this theme, by number; none for those without a role in the network.",
	})
	async recommendations(
		@Root() { id, networkId }: Theme,
		@Ctx() { viewer }: RequestContext<Viewer>,
	): Promise<Recommendation[]> {
		if (!may(viewer, "network:read", { networkId })) return [];
		return [...(await this.rooms.recommendations.shelf.ofTheme(id))];
	}
}

/** The recommendations of somebody's networks. */
@Resolver(() => ViewerView)
export class ViewerRecommendations {
	constructor(private readonly rooms: RecommendationRooms) {}

	@FieldResolver(() => [RecommendationView], {
		description: "The recommendations of the networks in which the viewer has a role, by network and number.",
	})
	async recommendations(@Root() { roles }: ViewerView): Promise<Recommendation[]> {
		const networkIds = new Set(roles.flatMap(({ networkId }) => networkId ?? []));
		const { shelf } = this.rooms.recommendations;
		return (await Promise.all([...networkIds].map((id) => shelf.ofNetwork(id)))).flat();
	}
}

interface ItemRow {
	readonly recommendationId: string | null;
}

/** What an agenda item is about. */
@Resolver(() => AgendaItem)
export class AgendaItemRecommendation {
	constructor(private readonly rooms: RecommendationRooms) {}

	@FieldResolver(() => RecommendationView, { nullable: true, description: "The recommendation it names." })
	async recommendation(@Root() { recommendationId }: ItemRow): Promise<Recommendation | null> {
		return recommendationId ? this.rooms.recommendations.shelf.recommendation(recommendationId) : null;
	}

	@FieldResolver(() => RecommendationVersionView, {
		nullable: true,
		description: "The tabled version of that recommendation; null while it is not tabled.",
	})
	async version(@Root() { recommendationId }: ItemRow): Promise<Version | null> {
		if (!recommendationId) return null;
		return (await this.rooms.recommendations.shelf.versionsOf(recommendationId))[0] ?? null;
	}
}
