import { Field, Int, ObjectType } from "type-graphql";
import { DateScalar } from "../../../network/graphql/index.ts";
import { StakeholderGroup } from "../../../people/graphql/index.ts";

/** One group of a local panel, in headcounts. */
@ObjectType("PublicPanelGroup", {
	simpleResolvers: true,
	description: "One group of a local panel, in headcounts.",
})
export class PublicPanelGroup {
	@Field(() => StakeholderGroup, { description: "The group." })
	group!: StakeholderGroup;

	@Field(() => Int, { description: "How many active members it has." })
	count!: number;

	@Field(() => Int, { description: "How many to add so that the panel is balanced by adding the fewest." })
	toAdd!: number;

	@Field(() => String, { nullable: true, description: "Whom the network means by this group." })
	means!: string | null;
}

/** The headcount of a group. */
@ObjectType("PublicPanelCount", { simpleResolvers: true, description: "The headcount of a group." })
export class PublicPanelCount {
	@Field(() => StakeholderGroup, { description: "The group." })
	group!: StakeholderGroup;

	@Field(() => Int, { description: "How many." })
	count!: number;
}

/** How a panel was made up from a day on. */
@ObjectType("PublicPanelMoment", {
	simpleResolvers: true,
	description: "How a panel was made up from a day on.",
})
export class PublicPanelMoment {
	@Field(() => DateScalar, { description: "The day." })
	on!: string;

	@Field(() => Int, { description: "How many members it had then." })
	size!: number;

	@Field(() => Boolean, { description: "Whether it was balanced." })
	isBalanced!: boolean;

	@Field(() => [PublicPanelCount], { description: "The headcount of every group." })
	counts!: readonly PublicPanelCount[];
}

/** A local panel in headcounts, never names. */
@ObjectType("PublicPanel", {
	simpleResolvers: true,
	description: "A local panel in headcounts, never names.",
})
export class PublicPanel {
	@Field(() => Int, { description: "How many active members it has." })
	size!: number;

	@Field(() => [PublicPanelGroup], { description: "Every group." })
	groups!: readonly PublicPanelGroup[];

	@Field(() => Boolean, { description: "Whether every group counts its share." })
	isBalanced!: boolean;

	@Field(() => [PublicPanelMoment], { description: "Every change of its headcounts, oldest first." })
	history!: readonly PublicPanelMoment[];
}
