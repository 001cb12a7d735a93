import { Field, ObjectType } from "type-graphql";
import { DateScalar } from "../../../network/graphql/index.ts";
import { PublicNode } from "../PublicNode.ts";

/** A consortium of cities with a programme and one handbook. */
@ObjectType("Network", {
	implements: PublicNode,
	simpleResolvers: true,
	description: "A consortium of cities with a programme and one handbook.",
})
export class PublicNetwork {
	/** Global; the field is the interface's. */
	id!: string;

	/** Not in the schema: the row's own id, for its neighbours. */
	key!: string;

	@Field(() => String, { description: "Short code, unique on this server." })
	code!: string;

	@Field(() => String, { description: "Full name." })
	name!: string;

	@Field(() => String, { nullable: true, description: "The programme that funds it." })
	programme!: string | null;

	@Field(() => String, { nullable: true, description: "Number of the funded project." })
	projectNumber!: string | null;

	@Field(() => DateScalar, { nullable: true, description: "First day; null: not known." })
	startsOn!: string | null;

	@Field(() => DateScalar, { nullable: true, description: "Last day; null: not known." })
	endsOn!: string | null;

	@Field(() => String, { description: "Language of work, BCP 47." })
	workingLanguage!: string;

	@Field(() => String, { nullable: true, description: "Whom it wants to reach." })
	targetPublic!: string | null;

	@Field(() => [String], { description: "What it wants to reach." })
	aims!: readonly string[];

	@Field(() => String, { nullable: true, description: "Title of its handbook." })
	handbookTitle!: string | null;
}
