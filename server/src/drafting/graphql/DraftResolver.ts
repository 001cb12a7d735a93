import { documentText } from "@crossroads/shared";
import { Arg, Ctx, Extensions, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../http/index.ts";
import { may, type Viewer } from "../../people/index.ts";
import { RecommendationView } from "../../recommendations/graphql/index.ts";
import { isWritable } from "../domain/pushRules.ts";
import type { Draft } from "../ports.ts";
import type { DraftingRooms } from "./DraftingRooms.ts";
import { DraftView } from "./views.ts";

/** Drafts, for those with any role in the network. */
@Resolver(() => DraftView)
export class DraftResolver {
	constructor(private readonly rooms: DraftingRooms) {}

	@Query(() => DraftView, { nullable: true, description: "A draft, for the members of its network." })
	async draft(
		@Arg("id", () => ID, { description: "The draft's id." }) id: string,
		@Ctx() { viewer }: RequestContext<Viewer>,
	): Promise<Draft | null> {
		const draft = await this.rooms.drafting.draft(id);
		return draft && may(viewer, "draft:read", { networkId: draft.networkId }) ? draft : null;
	}

	@FieldResolver(() => RecommendationView, { description: "Whose text it is." })
	async recommendation(@Root() { recommendationId }: DraftView): Promise<object> {
		const found = await this.rooms.recommendations.shelf.recommendation(recommendationId);
		if (!found) throw new Error("A draft's recommendation is missing.");
		return found;
	}

	@Extensions({ personal: true })
	@FieldResolver(() => Boolean, { description: "Whether the viewer may write in it now." })
	mayWrite(@Root() draft: DraftView, @Ctx() { viewer }: RequestContext<Viewer>): boolean {
		const { id: draftId, networkId, recommendationState } = draft;
		const isOpen = isWritable({ draftId, networkId, recommendationState });
		return isOpen && may(viewer, "draft:write", { networkId });
	}

	@FieldResolver(() => String, { description: "The text as it stands now, without markup." })
	async text(@Root() { id }: DraftView): Promise<string> {
		const document = await this.rooms.drafting.documentOf(id);
		return document ? documentText(document) : "";
	}
}

/** A recommendation's draft. */
@Resolver(() => RecommendationView)
export class RecommendationDraft {
	constructor(private readonly rooms: DraftingRooms) {}

	@FieldResolver(() => DraftView, { nullable: true, description: "Its live text in its own language." })
	draft(@Root() { id }: RecommendationView): Promise<Draft | null> {
		return this.rooms.drafting.draftOfRecommendation(id);
	}
}
