import type { StakeholderGroup as GroupName } from "@crossroads/shared";
import { Field, ID, ObjectType } from "type-graphql";
import { Refusal, StakeholderGroup } from "../../../people/graphql/index.ts";

/** A badge, for those who hand it out. */
@ObjectType({ description: "A delegate's badge, for those who print and hand out badges." })
export class Badge {
	@Field(() => ID, { description: "The delegate's opaque id." })
	id!: string;

	@Field(() => String, { description: "The delegate's name." })
	name!: string;

	@Field(() => String, { description: "The city of the delegate's partner." })
	city!: string;

	@Field(() => StakeholderGroup, { description: "The group for which the person stands in the panel." })
	group!: GroupName;

	@Field(() => String, { description: "The digits with which the delegate joins." })
	fourDigits!: string;

	@Field(() => Boolean, { description: "Whether the delegate has to wait after too many wrong digits." })
	isLockedOut!: boolean;
}

/** The answer to letting a delegate try again. */
@ObjectType({ description: "The answer to letting a locked-out delegate try again." })
export class ResetJoinAttemptsPayload {
	@Field(() => Badge, { nullable: true, description: "The badge as it is now; null if it may not be seen." })
	badge!: Badge | null;

	@Field(() => Refusal, { nullable: true, description: "Why it was not done; null if it was." })
	refusal!: Refusal | null;
}
