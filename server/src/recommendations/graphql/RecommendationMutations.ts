import type { RefusalCode } from "@crossroads/shared";
import { Arg, Ctx, ID, Mutation, Resolver } from "type-graphql";
import type { RequestContext } from "../../http/index.ts";
import { refusalOf } from "../../people/graphql/index.ts";
import type { Viewer } from "../../people/index.ts";
import type { Recommendation } from "../ports.ts";
import { CreateRecommendationInput } from "./inputs.ts";
import { RecommendationPayload, TableRecommendationPayload } from "./payloads.ts";
import type { RecommendationRooms } from "./RecommendationRooms.ts";

/** The steps of a recommendation's life. */
@Resolver()
export class RecommendationMutations {
	constructor(private readonly rooms: RecommendationRooms) {}

	@Mutation(() => RecommendationPayload, { description: "Begins a recommendation, for coordinators." })
	async createRecommendation(
		@Arg("input", () => CreateRecommendationInput, { description: "What it is begun with." })
		input: CreateRecommendationInput,
		@Ctx() { viewer }: RequestContext<Viewer>,
	): Promise<RecommendationPayload> {
		return payload(await this.rooms.recommendations.createRecommendation(viewer, { ...input }));
	}

	@Mutation(() => RecommendationPayload, {
		description: "From DRAFT to REVIEW, for coordinators. The text can still be written.",
	})
	async sendToReview(
		@Arg("recommendationId", () => ID, { description: "The recommendation." }) recommendationId: string,
		@Ctx() { viewer }: RequestContext<Viewer>,
	): Promise<RecommendationPayload> {
		return payload(await this.rooms.recommendations.sendToReview(viewer, recommendationId));
	}

	@Mutation(() => RecommendationPayload, {
		description: "Withdraws it before a decision, for coordinators. The text can no longer be written.",
	})
	async withdrawRecommendation(
		@Arg("recommendationId", () => ID, { description: "The recommendation." }) recommendationId: string,
		@Ctx() { viewer }: RequestContext<Viewer>,
	): Promise<RecommendationPayload> {
		return payload(await this.rooms.recommendations.withdrawRecommendation(viewer, recommendationId));
	}

	@Mutation(() => TableRecommendationPayload, {
		description:
			"From REVIEW to TABLED, for who runs the session: freezes the text as a version and puts it on the agenda.",
	})
	async tableRecommendation(
		@Arg("recommendationId", () => ID, { description: "The recommendation." }) recommendationId: string,
		@Arg("sessionId", () => ID, { description: "The session on whose agenda it goes." }) sessionId: string,
		@Ctx() { viewer }: RequestContext<Viewer>,
	): Promise<TableRecommendationPayload> {
		const wish = { recommendationId, sessionId };
		const tabled = await this.rooms.recommendations.tableRecommendation(viewer, wish);
		if (tabled.refusal !== null)
			return { recommendation: null, version: null, agendaItem: null, refusal: refusalOf(tabled.refusal) };
		const { recommendation, version } = tabled;
		const agendaItem = await this.rooms.programme.shelf.agendaItem(tabled.agendaItemId);
		return { recommendation, version, agendaItem, refusal: null };
	}
}

type Moved = { recommendation: Recommendation; refusal: null } | { refusal: RefusalCode };

function payload(moved: Moved): RecommendationPayload {
	if (moved.refusal !== null) return { recommendation: null, refusal: refusalOf(moved.refusal) };
	return { recommendation: moved.recommendation, refusal: null };
}
