import type { StakeholderGroup as GroupName } from "@crossroads/shared";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { DateScalar } from "../../../network/graphql/index.ts";
import { StakeholderGroup } from "../../../people/graphql/index.ts";

/** A transnational event. */
@ObjectType({ description: "A transnational event: host, place, delegations, sessions." })
export class Event {
	@Field(() => ID, { description: "Opaque id." })
	id!: string;

	/** Not in the schema. */
	activityId!: string;
	/** Not in the schema. */
	networkId!: string;

	@Field(() => String, { description: "Title, that of its activity." })
	title!: string;

	@Field(() => String, { nullable: true, description: "Where it takes place; null: not known." })
	place!: string | null;

	@Field(() => String, { nullable: true, description: "Time zone of the place, IANA; null: not known." })
	timeZone!: string | null;

	@Field(() => Boolean, {
		description: "Whether delegates of the event are invented, for the demonstration.",
	})
	isDemonstration!: boolean;

	@Field(() => DateScalar, { nullable: true, description: "First day; null: not known." })
	startsOn!: string | null;

	@Field(() => DateScalar, { nullable: true, description: "Last day; null: not known." })
	endsOn!: string | null;
}

/** Somebody whom a partner sends to an event. */
@ObjectType({ description: "A person whom a partner sends to an event." })
export class Delegate {
	@Field(() => ID, { description: "Opaque id of the place on the list." })
	id!: string;

	@Field(() => ID, { description: "The person." })
	personId!: string;

	@Field(() => String, { description: "The person's name." })
	name!: string;

	@Field(() => StakeholderGroup, { description: "The group for which the person stands in the panel." })
	group!: GroupName;

	@Field(() => Boolean, { description: "Whether the person is invented, for the demonstration." })
	isDemonstration!: boolean;

	/** Not in the schema. */
	partnerId!: string;
}

/** The delegates of one partner at one event. */
@ObjectType({ description: "The delegates that a partner sends to an event." })
export class Delegation {
	/** Not in the schema. */
	partnerId!: string;

	@Field(() => [Delegate], { description: "The delegates, by name." })
	delegates!: Delegate[];

	@Field(() => Int, { description: "How many they are." })
	size!: number;
}
