import { Field, ObjectType } from "type-graphql";
import { Refusal } from "../../people/graphql/index.ts";
import { AgendaItem } from "../../programme/graphql/index.ts";
import { RecommendationVersionView, RecommendationView } from "./views.ts";

/** The answer to a change of a recommendation. */
@ObjectType({ description: "The recommendation after the change, or why nothing changed." })
export class RecommendationPayload {
	@Field(() => RecommendationView, { nullable: true, description: "As it stands now." })
	recommendation!: RecommendationView | null;

	@Field(() => Refusal, { nullable: true, description: "Why nothing changed; null: done." })
	refusal!: Refusal | null;
}

/** The answer to tabling. */
@ObjectType({ description: "What tabling brought about, or why nothing changed." })
export class TableRecommendationPayload {
	@Field(() => RecommendationView, { nullable: true, description: "As it stands now." })
	recommendation!: RecommendationView | null;

	@Field(() => RecommendationVersionView, { nullable: true, description: "The version that was frozen." })
	version!: RecommendationVersionView | null;

	@Field(() => AgendaItem, { nullable: true, description: "Where it stands on the session's agenda." })
	agendaItem!: object | null;

	@Field(() => Refusal, { nullable: true, description: "Why nothing changed; null: done." })
	refusal!: Refusal | null;
}
