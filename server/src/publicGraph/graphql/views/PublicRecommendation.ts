import { GraphQLDateTime } from "graphql-scalars";
import { Field, Int, ObjectType } from "type-graphql";
import { PublicRecommendationState } from "../enums.ts";
import { PublicNode } from "../PublicNode.ts";

/** A text of the network to the European level, from its tabling on. */
@ObjectType("Recommendation", {
	implements: PublicNode,
	simpleResolvers: true,
	description: "A text of the network to the European level, from its tabling on.",
})
export class PublicRecommendation {
	/** Global; the field is the interface's. */
	id!: string;

	/** Not in the schema: the row's own id, for its neighbours. */
	key!: string;

	/** Not in the schema. */
	themeId!: string;

	@Field(() => Int, { description: "Its number in the network." })
	number!: number;

	@Field(() => String, { description: "Its title." })
	title!: string;

	@Field(() => PublicRecommendationState, { description: "Where it stands in its life." })
	state!: keyof typeof PublicRecommendationState;

	@Field(() => Boolean, { description: "Whether it is invented, for the demonstration." })
	isDemonstration!: boolean;
}

/** A text frozen by its content hash; it never changes. */
@ObjectType("RecommendationVersion", {
	implements: PublicNode,
	simpleResolvers: true,
	description: "A text frozen by its content hash; it never changes.",
})
export class PublicVersion {
	/** Global; the field is the interface's. */
	id!: string;

	/** Not in the schema: the row's own id, for its neighbours. */
	key!: string;

	/** Not in the schema. */
	document!: unknown;

	@Field(() => Int, { description: "Its number in the recommendation, from 1." })
	number!: number;

	@Field(() => String, { description: "Its language, BCP 47." })
	language!: string;

	@Field(() => String, { description: "Its title." })
	title!: string;

	@Field(() => String, { description: "The text without mark-up." })
	text!: string;

	@Field(() => String, { description: "sha-256 of language, title and document, hex." })
	contentHash!: string;

	@Field(() => GraphQLDateTime, { description: "When it was frozen." })
	frozenAt!: Date;
}

/** A step in a recommendation's life. */
@ObjectType("PublicTransition", { simpleResolvers: true, description: "A step in a recommendation's life." })
export class PublicTransition {
	@Field(() => PublicRecommendationState, { description: "The state that it took on." })
	to!: keyof typeof PublicRecommendationState;

	@Field(() => GraphQLDateTime, { description: "When." })
	at!: Date;

	@Field(() => Int, { nullable: true, description: "The version that it concerned." })
	versionNumber!: number | null;
}
