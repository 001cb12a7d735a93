import { Field, ID, Int, ObjectType } from "type-graphql";
import { Partner } from "../../../network/graphql/index.ts";
import { StakeholderGroup } from "../../../people/graphql/index.ts";
import { BallotChoice, PollState } from "./enums.ts";

@ObjectType("ChoiceCount", { description: "How many chose this answer." })
export class ChoiceCountView {
	@Field(() => BallotChoice, { description: "The answer." })
	choice!: BallotChoice;

	@Field(() => Int, { description: "The number of ballots." })
	count!: number;
}

@ObjectType("PartnerTally", { description: "The count of one partner's electors." })
export class PartnerTallyView {
	@Field(() => Partner, { description: "The partner." })
	partner!: Partner;

	@Field(() => Int, { description: "How many of them have voted." })
	cast!: number;

	@Field(() => Int, { description: "How many of them may vote." })
	electorateSize!: number;

	@Field(() => [ChoiceCountView], {
		description: "Every answer; empty while a secret poll is not published.",
	})
	counts!: readonly ChoiceCountView[];
}

@ObjectType("GroupTally", { description: "The count of the electors of one group of stakeholders." })
export class GroupTallyView {
	@Field(() => StakeholderGroup, { description: "The group." })
	group!: StakeholderGroup;

	@Field(() => Int, { description: "How many of them have voted." })
	cast!: number;

	@Field(() => Int, { description: "How many of them may vote." })
	electorateSize!: number;

	@Field(() => [ChoiceCountView], {
		description: "Every answer; empty while a secret poll is not published.",
	})
	counts!: readonly ChoiceCountView[];
}

/** The count of a poll, as one commit left it. */
@ObjectType("Tally", {
	description: "The count of a poll while and after voting. An older version is older news.",
})
export class TallyView {
	@Field(() => ID, { description: "The poll that is counted." })
	pollId!: string;

	@Field(() => Int, { description: "Rises with every commit that changes the poll." })
	version!: number;

	@Field(() => PollState, { description: "The poll's state at this count." })
	state!: PollState;

	@Field(() => Int, { description: "How many have voted." })
	cast!: number;

	@Field(() => Int, { description: "How many may vote; 0 before opening." })
	electorateSize!: number;

	@Field(() => [ChoiceCountView], {
		description: "Every answer; empty while a secret poll is not published.",
	})
	total!: readonly ChoiceCountView[];

	@Field(() => [GroupTallyView], { description: "By group of stakeholders, every group." })
	byGroup!: readonly GroupTallyView[];

	/** Not in the schema as such: PollResolver adds the partners, in the network's order. */
	partnerCounts!: readonly Omit<PartnerTallyView & { partnerId: string }, "partner">[];
}
