import type { StakeholderGroup as GroupName } from "@crossroads/shared";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { StakeholderGroup } from "../../../people/graphql/index.ts";
import type { PartnerRow } from "../../ports.ts";

/** How many ballots give an option this value. */
@ObjectType("PublicValueCount", {
	simpleResolvers: true,
	description: "How many ballots give an option this value.",
})
export class PublicValueCount {
	@Field(() => Int, { description: "The value: a score, a number of dots, 1 for what is chosen." })
	value!: number;

	@Field(() => Int, { description: "The number of ballots." })
	ballots!: number;

	@Field(() => Int, { description: "The weight of these ballots." })
	weight!: number;
}

/** How many chose this answer. */
@ObjectType("PublicChoiceCount", { simpleResolvers: true, description: "How many chose this answer." })
export class PublicChoiceCount {
	@Field(() => ID, { description: "The option's key: YES, NO, ABSTAIN, else A, B, C, …" })
	choice!: string;

	@Field(() => Int, { description: "The number of ballots that mark it." })
	count!: number;

	@Field(() => Int, { description: "The sum of value times weight: votes, approvals, scores or dots." })
	points!: number;

	@Field(() => [PublicValueCount], { description: "By ascending value; only values that occur." })
	values!: readonly PublicValueCount[];
}

/** The count of one partner's electors. */
@ObjectType("PublicPartnerTally", {
	simpleResolvers: true,
	description: "The count of one partner's electors.",
})
export class PublicPartnerTally {
	/** Not in the schema as such: PublicPartnerTallyResolver makes a node of it. */
	partnerRow!: PartnerRow;

	@Field(() => Int, { description: "How many of them have voted." })
	cast!: number;

	@Field(() => Int, { description: "How many of them may vote." })
	electorateSize!: number;

	@Field(() => [PublicChoiceCount], {
		description: "Every answer; empty while a secret poll is not published.",
	})
	counts!: readonly PublicChoiceCount[];
}

/** The count of the electors of one group of stakeholders. */
@ObjectType("PublicGroupTally", {
	simpleResolvers: true,
	description: "The count of the electors of one group of stakeholders.",
})
export class PublicGroupTally {
	@Field(() => StakeholderGroup, { description: "The group." })
	group!: GroupName;

	@Field(() => Int, { description: "How many of them have voted." })
	cast!: number;

	@Field(() => Int, { description: "How many of them may vote." })
	electorateSize!: number;

	@Field(() => [PublicChoiceCount], {
		description: "Every answer; empty while a secret poll is not published.",
	})
	counts!: readonly PublicChoiceCount[];
}

/** The count of a poll, live while it is open. */
@ObjectType("PublicTally", {
	simpleResolvers: true,
	description: "The count of a poll, live while it is open.",
})
export class PublicTally {
	@Field(() => Int, { description: "How many have voted." })
	cast!: number;

	@Field(() => [PublicChoiceCount], {
		description: "Every answer; empty while a secret poll is not published.",
	})
	total!: readonly PublicChoiceCount[];

	@Field(() => [PublicPartnerTally], { description: "By partner, as the network lists them." })
	byPartner!: readonly PublicPartnerTally[];

	@Field(() => [PublicGroupTally], { description: "By group of stakeholders, every group." })
	byGroup!: readonly PublicGroupTally[];
}
