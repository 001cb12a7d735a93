import { Field, ObjectType } from "type-graphql";
import { PublicNode } from "../PublicNode.ts";

/** A short observation of a panel, workshop or field visit. */
@ObjectType("Finding", {
	implements: PublicNode,
	simpleResolvers: true,
	description: "A short observation of a panel, workshop or field visit.",
})
export class PublicFinding {
	/** Global; the field is the interface's. */
	id!: string;

	/** Not in the schema: the row's own id, for its neighbours. */
	key!: string;

	/** Not in the schema. */
	themeId!: string;

	/** Not in the schema. */
	partnerId!: string | null;

	/** Not in the schema. */
	initiativeId!: string | null;

	@Field(() => String, { description: "The observation." })
	text!: string;

	@Field(() => Boolean, { description: "Whether it is invented, for the demonstration." })
	isDemonstration!: boolean;
}
