import type { StakeholderGroup as GroupName } from "@crossroads/shared";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { Partner } from "../../../network/graphql/index.ts";
import { StakeholderGroup } from "../../../people/graphql/index.ts";
import { PollState } from "./enums.ts";

@ObjectType("ValueCount", {
	simpleResolvers: true,
	description: "How many ballots give an option this value.",
})
export class ValueCountView {
	@Field(() => Int, { description: "The value: a score, a number of dots, a grade, 1 for what is chosen." })
	value!: number;

	@Field(() => Int, { description: "The number of ballots." })
	ballots!: number;

	@Field(() => Int, { description: "The weight of these ballots." })
	weight!: number;
}

@ObjectType("ChoiceCount", { simpleResolvers: true, description: "How many chose this answer." })
export class ChoiceCountView {
	@Field(() => ID, { description: "The option's key." })
	choice!: string;

	@Field(() => Int, { description: "The number of ballots that mark it." })
	count!: number;

	@Field(() => Int, {
		description:
			"The sum of value times weight: votes, approvals, scores or dots. Of grades it says nothing: see `values`.",
	})
	points!: number;

	@Field(() => [ValueCountView], { description: "By ascending value; only values that occur." })
	values!: readonly ValueCountView[];
}

@ObjectType("PartnerTally", {
	simpleResolvers: true,
	description: "The count of one partner's electors.",
})
export class PartnerTallyView {
	@Field(() => Partner, { description: "The partner." })
	partner!: Partner;

	@Field(() => Int, { description: "How many of them have voted." })
	cast!: number;

	@Field(() => Int, { description: "How many of them may vote." })
	electorateSize!: number;

	@Field(() => [ChoiceCountView], {
		description:
			"Every answer; empty while a secret poll is not published, and for ranked ballots, which nothing adds up.",
	})
	counts!: readonly ChoiceCountView[];
}

@ObjectType("GroupTally", {
	simpleResolvers: true,
	description: "The count of the electors of one group of stakeholders.",
})
export class GroupTallyView {
	@Field(() => StakeholderGroup, { description: "The group." })
	group!: GroupName;

	@Field(() => Int, { description: "How many of them have voted." })
	cast!: number;

	@Field(() => Int, { description: "How many of them may vote." })
	electorateSize!: number;

	@Field(() => [ChoiceCountView], {
		description:
			"Every answer; empty while a secret poll is not published, and for ranked ballots, which nothing adds up.",
	})
	counts!: readonly ChoiceCountView[];
}

/** The count of a poll, as one commit left it. */
@ObjectType("Tally", {
	simpleResolvers: true,
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
		description:
			"Every answer; empty while a secret poll is not published, and for ranked ballots, which nothing adds up.",
	})
	total!: readonly ChoiceCountView[];

	@Field(() => [PartnerTallyView], { description: "By partner, as the network lists them." })
	byPartner!: readonly PartnerTallyView[];

	@Field(() => [GroupTallyView], { description: "By group of stakeholders, every group." })
	byGroup!: readonly GroupTallyView[];
}
