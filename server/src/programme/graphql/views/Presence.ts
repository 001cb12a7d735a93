import type { StakeholderGroup as GroupName } from "@crossroads/shared";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { StakeholderGroup } from "../../../people/graphql/index.ts";

/** The presence of one partner's delegation. */
@ObjectType({ description: "How many of a partner's delegates are in the session." })
export class PartnerPresence {
	/** Not in the schema. */
	partnerId!: string;

	@Field(() => Int, { description: "Delegates who are checked in." })
	present!: number;

	@Field(() => Int, { description: "Delegates on the event's list." })
	entitled!: number;
}

/** The presence of one group. */
@ObjectType({ description: "How many of a group's delegates are in the session." })
export class GroupPresence {
	@Field(() => StakeholderGroup, { description: "The group." })
	group!: GroupName;

	@Field(() => Int, { description: "Delegates who are checked in." })
	present!: number;

	@Field(() => Int, { description: "Delegates on the event's list." })
	entitled!: number;
}

/** Who is in a session, in numbers: nothing of any person. */
@ObjectType({ description: "How many delegates are in a session. Numbers only." })
export class Presence {
	@Field(() => ID, { description: "The session." })
	sessionId!: string;

	@Field(() => Int, {
		description: "The session's version: rises with every change; older news is to be ignored.",
	})
	version!: number;

	@Field(() => Int, { description: "Delegates who are checked in." })
	present!: number;

	@Field(() => Int, { description: "Delegates on the event's list: those of whom a quorum is counted." })
	entitled!: number;

	@Field(() => [PartnerPresence], { description: "By partner, those with a delegation." })
	byPartner!: PartnerPresence[];

	@Field(() => [GroupPresence], { description: "By group, all three." })
	byGroup!: GroupPresence[];
}
