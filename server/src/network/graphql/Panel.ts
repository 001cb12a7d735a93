import type { StakeholderGroup as GroupName } from "@crossroads/shared";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { StakeholderGroup } from "../../people/graphql/index.ts";
import { DateScalar } from "./DateScalar.ts";

/** How many stand for one group in a panel, and how many should. */
@ObjectType({ description: "One group of stakeholders in a panel." })
export class PanelGroup {
	@Field(() => StakeholderGroup, { description: "The group." })
	group!: GroupName;

	@Field(() => Int, { description: "Active members of the group." })
	count!: number;

	@Field(() => Int, { description: "Fewest that a balanced panel of this size counts." })
	fewest!: number;

	@Field(() => Int, { description: "Most that a balanced panel of this size counts." })
	most!: number;

	@Field(() => Int, { description: "How many to add, so that the panel is balanced by adding the fewest." })
	toAdd!: number;

	@Field(() => String, { nullable: true, description: "Whom the group means in this network." })
	means!: string | null;
}

/** A headcount of a group. */
@ObjectType({ description: "How many members a group counts." })
export class PanelGroupCount {
	@Field(() => StakeholderGroup, { description: "The group." })
	group!: GroupName;

	@Field(() => Int, { description: "Its members." })
	count!: number;
}

/** A panel from a day on. */
@ObjectType({ description: "How a panel was made up from a day on." })
export class PanelMoment {
	@Field(() => DateScalar, { description: "The first day of this composition." })
	on!: string;

	@Field(() => Int, { description: "Active members." })
	size!: number;

	@Field(() => [PanelGroupCount], { description: "Members by group." })
	counts!: PanelGroupCount[];

	@Field(() => Boolean, { description: "Whether it was balanced." })
	isBalanced!: boolean;
}

/** A member of a panel, by name: only for those who may see the names. */
@ObjectType({ description: "A member of a partner's local panel." })
export class PanelMember {
	@Field(() => ID, { description: "Opaque id of the membership." })
	id!: string;

	@Field(() => String, { description: "The person's name." })
	name!: string;

	@Field(() => Boolean, { description: "Whether the person is invented, for the demonstration." })
	isDemonstration!: boolean;

	@Field(() => StakeholderGroup, { description: "The group the member stands for." })
	group!: GroupName;

	@Field(() => String, { nullable: true, description: "Origin, in the member's own words." })
	origin!: string | null;

	@Field(() => DateScalar, { description: "First day of the membership." })
	joinedOn!: string;

	@Field(() => DateScalar, { nullable: true, description: "First day without it; null while it lasts." })
	leftOn!: string | null;
}

/** A partner's local panel. Headcounts for all members of the network; names for few [N4]. */
@ObjectType({ description: "A partner's panel of stakeholders from three groups." })
export class Panel {
	/** Not in the schema: whose panel this is. */
	partnerId!: string;
	/** Not in the schema. */
	networkId!: string;

	@Field(() => Int, { description: "Active members." })
	size!: number;

	@Field(() => [PanelGroup], { description: "The three groups, with the gap." })
	groups!: PanelGroup[];

	@Field(() => Boolean, { description: "Whether each group counts as many as its share." })
	isBalanced!: boolean;

	@Field(() => [PanelMoment], { description: "How the panel changed, oldest first." })
	history!: PanelMoment[];
}
