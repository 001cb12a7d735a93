import { Field, Int, ObjectType } from "type-graphql";
import { DateScalar } from "../../../network/graphql/index.ts";
import { PublicActivityKind } from "../enums.ts";
import { PublicNode } from "../PublicNode.ts";

/** A step of the programme. */
@ObjectType("Activity", {
	implements: PublicNode,
	simpleResolvers: true,
	description: "A step of the programme.",
})
export class PublicActivity {
	/** Global; the field is the interface's. */
	id!: string;

	/** Not in the schema: the row's own id, for its neighbours. */
	key!: string;

	/** Not in the schema. */
	themeId!: string | null;

	/** Not in the schema. */
	hostPartnerId!: string | null;

	@Field(() => Int, { description: "Its place in the programme, from 1." })
	order!: number;

	@Field(() => PublicActivityKind, { description: "What kind of step it is." })
	kind!: keyof typeof PublicActivityKind;

	@Field(() => String, { description: "Its title." })
	title!: string;

	@Field(() => String, { nullable: true, description: "What it is about." })
	summary!: string | null;

	@Field(() => DateScalar, { nullable: true, description: "First day; null: not known." })
	startsOn!: string | null;

	@Field(() => DateScalar, { nullable: true, description: "Last day; null: not known." })
	endsOn!: string | null;

	@Field(() => Int, { nullable: true, description: "How many delegates were reported." })
	reportedDelegates!: number | null;
}
