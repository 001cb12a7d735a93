import { Field, Int, ObjectType } from "type-graphql";
import { DateScalar } from "../../../network/graphql/index.ts";
import { PublicNode } from "../PublicNode.ts";

/** A meeting of the cities. */
@ObjectType("Event", {
	implements: PublicNode,
	simpleResolvers: true,
	description: "A meeting of the cities.",
})
export class PublicEvent {
	/** Global; the field is the interface's. */
	id!: string;

	/** Not in the schema: the row's own id, for its neighbours. */
	key!: string;

	/** Not in the schema. */
	activityId!: string;

	/** Not in the schema. */
	hostPartnerId!: string | null;

	@Field(() => String, { description: "Its title." })
	title!: string;

	@Field(() => String, { nullable: true, description: "Where it is held." })
	place!: string | null;

	@Field(() => String, { nullable: true, description: "Time zone of the place, IANA; null: not known." })
	timeZone!: string | null;

	@Field(() => DateScalar, { nullable: true, description: "First day; null: not known." })
	startsOn!: string | null;

	@Field(() => DateScalar, { nullable: true, description: "Last day; null: not known." })
	endsOn!: string | null;
}

/** The delegates that a partner sends to an event, as a headcount. */
@ObjectType("PublicDelegation", {
	simpleResolvers: true,
	description: "The delegates that a partner sends to an event, as a headcount.",
})
export class PublicDelegation {
	/** Not in the schema. */
	partnerId!: string;

	@Field(() => Int, { description: "How many they are." })
	size!: number;
}
