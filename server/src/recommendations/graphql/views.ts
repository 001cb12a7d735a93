import type { DraftDocument } from "@crossroads/shared";
import { GraphQLDateTime, GraphQLJSONObject } from "graphql-scalars";
import { Field, ID, Int, ObjectType } from "type-graphql";
import type { RecommendationState as StateName } from "../domain/lifecycle.ts";
import { RecommendationState } from "./enums.ts";

/** A recommendation as members see it. Other rooms add fields to it with a resolver of their own. */
@ObjectType("Recommendation", { description: "A text of the network to the European level." })
export class RecommendationView {
	@Field(() => ID, { description: "Opaque." })
	id!: string;

	/** Not in the schema: what its fields and policies ask for. */
	networkId!: string;
	/** Not in the schema. */
	themeId!: string;

	@Field(() => Int, { description: "Counted within the network, from 1." })
	number!: number;

	@Field(() => String, { description: "Title." })
	title!: string;

	@Field(() => RecommendationState, { description: "Where it stands." })
	state!: StateName;

	@Field(() => String, { description: "The language in which it is written, as in BCP 47." })
	language!: string;

	@Field(() => Boolean, { description: "Whether it was invented for the demonstration." })
	isDemonstration!: boolean;
}

/** A frozen text. Voting adds its polls. */
@ObjectType("RecommendationVersion", {
	description: "A recommendation's text, frozen by its content hash. Votes are taken on versions.",
})
export class RecommendationVersionView {
	@Field(() => ID, { description: "Opaque." })
	id!: string;

	/** Not in the schema: see the field `recommendation`. */
	recommendationId!: string;

	@Field(() => Int, { description: "Counted within the recommendation, from 1." })
	number!: number;

	@Field(() => String, { description: "The language of the text, as in BCP 47." })
	language!: string;

	@Field(() => String, { description: "The title as it was frozen." })
	title!: string;

	@Field(() => GraphQLJSONObject, {
		description:
			"The text: paragraphs, headings, lists and quotations as ProseMirror JSON, with nothing else in it.",
	})
	document!: DraftDocument;

	@Field(() => String, { description: "The text without markup." })
	text!: string;

	@Field(() => String, {
		description:
			"SHA-256, in hex, of the canonical JSON of {document, language, title}; anybody can check it.",
	})
	contentHash!: string;

	@Field(() => GraphQLDateTime, { description: "When it was frozen." })
	frozenAt!: Date;
}

/** One step of a recommendation's life. */
@ObjectType("RecommendationTransition", { description: "One step of a recommendation's life." })
export class RecommendationTransitionView {
	@Field(() => RecommendationState, { nullable: true, description: "Where it stood; null: it was begun." })
	from!: StateName | null;

	@Field(() => RecommendationState, { description: "Where it went." })
	to!: StateName;

	@Field(() => GraphQLDateTime, { description: "When." })
	at!: Date;

	@Field(() => String, { nullable: true, description: "Who; null where that is not recorded." })
	personName!: string | null;

	@Field(() => Int, { nullable: true, description: "The version that was tabled or decided on." })
	versionNumber!: number | null;

	@Field(() => ID, { nullable: true, description: "The poll that decided." })
	pollId!: string | null;
}
