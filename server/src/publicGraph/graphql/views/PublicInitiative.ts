import { Field, ObjectType } from "type-graphql";
import { PublicNode } from "../PublicNode.ts";

/** A local panel's review of an initiative. */
@ObjectType("PublicReview", {
	simpleResolvers: true,
	description: "A local panel's review of an initiative.",
})
export class PublicReview {
	@Field(() => String, { description: "What was tried." })
	tried!: string;

	@Field(() => String, { nullable: true, description: "For whom." })
	forWhom!: string | null;

	@Field(() => String, { nullable: true, description: "With what effect." })
	effect!: string | null;

	@Field(() => String, { nullable: true, description: "With what evidence." })
	evidence!: string | null;

	@Field(() => String, { nullable: true, description: "Whether another city could do it." })
	transferable!: string | null;

	@Field(() => Boolean, { description: "Whether the panel recommends it to the other cities." })
	isRecommended!: boolean;
}

/** A local integration initiative of a partner. */
@ObjectType("Initiative", {
	implements: PublicNode,
	simpleResolvers: true,
	description: "A local integration initiative of a partner.",
})
export class PublicInitiative {
	/** Global; the field is the interface's. */
	id!: string;

	/** Not in the schema: the row's own id, for its neighbours. */
	key!: string;

	/** Not in the schema. */
	partnerId!: string;

	/** Not in the schema. */
	themeId!: string | null;

	@Field(() => String, { description: "Its title." })
	title!: string;

	@Field(() => String, { nullable: true, description: "What it is." })
	summary!: string | null;

	@Field(() => PublicReview, { nullable: true, description: "The panel's review; null: not reviewed yet." })
	review!: PublicReview | null;

	@Field(() => Boolean, { description: "Whether its panel's review recommends it." })
	isGoodPractice!: boolean;

	@Field(() => Boolean, { description: "Whether it is invented, for the demonstration." })
	isDemonstration!: boolean;
}
