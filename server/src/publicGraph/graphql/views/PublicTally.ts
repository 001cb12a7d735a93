import { Field, Int, ObjectType } from "type-graphql";
import { StakeholderGroup } from "../../../people/graphql/index.ts";
import { BallotChoice } from "../../../voting/graphql/index.ts";

/** How many chose this answer. */
@ObjectType("PublicChoiceCount", { simpleResolvers: true, description: "How many chose this answer." })
export class PublicChoiceCount {
	@Field(() => BallotChoice, { description: "The answer." })
	choice!: BallotChoice;

	@Field(() => Int, { description: "The number of ballots." })
	count!: number;
}

/** The count of one partner's electors. */
@ObjectType("PublicPartnerTally", {
	simpleResolvers: true,
	description: "The count of one partner's electors.",
})
export class PublicPartnerTally {
	/** Not in the schema. */
	partnerId!: string;

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
	group!: StakeholderGroup;

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
	/** Not in the schema. */
	partnerCounts!: readonly PublicPartnerTally[];

	@Field(() => Int, { description: "How many have voted." })
	cast!: number;

	@Field(() => [PublicChoiceCount], {
		description: "Every answer; empty while a secret poll is not published.",
	})
	total!: readonly PublicChoiceCount[];

	@Field(() => [PublicGroupTally], { description: "By group of stakeholders, every group." })
	byGroup!: readonly PublicGroupTally[];
}
