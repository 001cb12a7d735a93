import { Arg, Ctx, Extensions, FieldResolver, ID, Query, Resolver, Root, Subscription } from "type-graphql";
import type { RequestContext } from "../../http/index.ts";
import { Finding, Initiative } from "../../initiatives/graphql/index.ts";
import { servedByLive } from "../../live/index.ts";
import { may, type Viewer } from "../../people/index.ts";
import { Theme } from "../../programme/graphql/index.ts";
import { isWritable } from "../domain/lifecycle.ts";
import type { Recommendation, TransitionShown, Version } from "../ports.ts";
import type { RecommendationRooms } from "./RecommendationRooms.ts";
import { RecommendationTransitionView, RecommendationVersionView, RecommendationView } from "./views.ts";

/** Recommendations, for those with any role in the network [R6]. */
@Resolver(() => RecommendationView)
export class RecommendationResolver {
	constructor(private readonly rooms: RecommendationRooms) {}

	@Query(() => RecommendationView, {
		nullable: true,
		description: "A recommendation, for the members of its network.",
	})
	async recommendation(
		@Arg("id", () => ID, { description: "The recommendation's id." }) id: string,
		@Ctx() { viewer }: RequestContext<Viewer>,
	): Promise<Recommendation | null> {
		const found = await this.rooms.recommendations.shelf.recommendation(id);
		return found && may(viewer, "network:read", { networkId: found.networkId }) ? found : null;
	}

	@Subscription(() => RecommendationView, {
		name: "recommendation",
		nullable: true,
		subscribe: servedByLive,
		description: "A recommendation now, and again whenever it takes a step.",
	})
	recommendationNow(
		@Arg("id", () => ID, { description: "The recommendation's id." }) id: string,
	): Promise<Recommendation | null> {
		return this.rooms.recommendations.shelf.recommendation(id);
	}

	@FieldResolver(() => Theme, { description: "The theme it belongs to." })
	async theme(@Root() { themeId }: RecommendationView): Promise<object> {
		const theme = await this.rooms.programme.shelf.theme(themeId);
		if (!theme) throw new Error("A recommendation's theme is missing.");
		return theme;
	}

	@FieldResolver(() => [RecommendationVersionView], { description: "Its frozen texts, newest first." })
	async versions(@Root() { id }: RecommendationView): Promise<Version[]> {
		return [...(await this.rooms.recommendations.shelf.versionsOf(id))];
	}

	@FieldResolver(() => RecommendationVersionView, {
		nullable: true,
		description: "The newest frozen text; null before the first tabling.",
	})
	async currentVersion(@Root() { id }: RecommendationView): Promise<Version | null> {
		return (await this.rooms.recommendations.shelf.versionsOf(id))[0] ?? null;
	}

	@FieldResolver(() => [Initiative], { description: "The initiatives it rests on." })
	async initiatives(@Root() { id }: RecommendationView): Promise<object[]> {
		const bases = await this.rooms.recommendations.shelf.basesOf(id);
		const ids = bases.flatMap(({ initiativeId }) => initiativeId ?? []);
		return existing(await Promise.all(ids.map((each) => this.rooms.initiatives.shelf.initiative(each))));
	}

	@FieldResolver(() => [Finding], { description: "The findings it rests on." })
	async findings(@Root() { id }: RecommendationView): Promise<object[]> {
		const bases = await this.rooms.recommendations.shelf.basesOf(id);
		const ids = bases.flatMap(({ findingId }) => findingId ?? []);
		return existing(await Promise.all(ids.map((each) => this.rooms.initiatives.shelf.finding(each))));
	}

	@FieldResolver(() => [RecommendationTransitionView], { description: "Its life so far, oldest step first." })
	async history(@Root() { id }: RecommendationView): Promise<TransitionShown[]> {
		return [...(await this.rooms.recommendations.shelf.historyOf(id))];
	}

	@Extensions({ personal: true })
	@FieldResolver(() => Boolean, { description: "Whether the viewer may write in its draft now." })
	viewerMayWrite(
		@Root() { networkId, state }: RecommendationView,
		@Ctx() { viewer }: RequestContext<Viewer>,
	): boolean {
		return isWritable(state) && may(viewer, "draft:write", { networkId });
	}

	@Extensions({ personal: true })
	@FieldResolver(() => Boolean, { description: "Whether the viewer may send it to review and withdraw it." })
	viewerMayAdvance(
		@Root() { networkId }: RecommendationView,
		@Ctx() { viewer }: RequestContext<Viewer>,
	): boolean {
		return may(viewer, "recommendation:advance", { networkId });
	}
}

/** What a version belongs to. */
@Resolver(() => RecommendationVersionView)
export class RecommendationVersionResolver {
	constructor(private readonly rooms: RecommendationRooms) {}

	@FieldResolver(() => RecommendationView, { description: "Whose text it is." })
	async recommendation(@Root() { recommendationId }: RecommendationVersionView): Promise<Recommendation> {
		const found = await this.rooms.recommendations.shelf.recommendation(recommendationId);
		if (!found) throw new Error("A version's recommendation is missing.");
		return found;
	}
}

function existing<T>(found: readonly (T | null)[]): T[] {
	return found.filter((each) => each !== null);
}
