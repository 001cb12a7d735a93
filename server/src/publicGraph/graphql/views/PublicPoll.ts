import { GraphQLDateTime } from "graphql-scalars";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { DecisionRuleKind, PollMethod, ThresholdView } from "../../../voting/graphql/index.ts";
import { PublicPollState } from "../enums.ts";
import { PublicNode } from "../PublicNode.ts";

/** An exact share. */
@ObjectType("PublicFraction", { simpleResolvers: true, description: "An exact share." })
export class PublicFraction {
	@Field(() => Int, { description: "From 0 to the denominator." })
	numerator!: number;

	@Field(() => Int, { description: "At least 1." })
	denominator!: number;
}

/** One requirement of the rule, with its figures. */
@ObjectType("PublicRuleResult", {
	simpleResolvers: true,
	description: "One requirement of the rule, with its figures.",
})
export class PublicRuleResult {
	@Field(() => DecisionRuleKind, { description: "The requirement." })
	kind!: DecisionRuleKind;

	@Field(() => Boolean, { description: "Whether it was met." })
	isMet!: boolean;

	@Field(() => Int, {
		description:
			"Quorums: those there. CLEAR_CHOICE: places filled. Majorities, shares: for. NO_BLOCK: votes without a block. SOMEBODY_AGREES: who agrees.",
	})
	have!: number;

	@Field(() => Int, {
		description:
			"Quorums: on the list. CLEAR_CHOICE: places. MAJORITY_OF_PERSONS: for and against. Shares: the base. Cities, groups: those with electors. Consent: votes cast.",
	})
	of!: number;

	@Field(() => Int, { description: "The fewest with which it is met." })
	needed!: number;
}

/** The decision with its reasons. */
@ObjectType("PublicResult", { simpleResolvers: true, description: "The decision with its reasons." })
export class PublicResult {
	/** Not in the schema: whose result it is, for its count. */
	pollId!: string;

	@Field(() => Boolean, { description: "Whether every requirement was met." })
	isAdopted!: boolean;

	@Field(() => [ID], {
		description:
			"Among options: the keys of those that won, best first; those level share a place, and leave it open. Empty for yes and no and for consent.",
	})
	winners!: readonly string[];

	@Field(() => [PublicRuleResult], { description: "Every requirement." })
	rules!: readonly PublicRuleResult[];
}

/** One of the answers among which a poll asks. */
@ObjectType("PublicPollOption", {
	simpleResolvers: true,
	description: "One of the answers among which a poll asks.",
})
export class PublicPollOption {
	@Field(() => ID, {
		description: "Its name in counts: YES, NO, ABSTAIN; AGREE, ABSTAIN, DISAGREE, BLOCK; else A, B, C, …",
	})
	key!: string;

	@Field(() => String, {
		description: "What it is; empty where every interface words it: yes and no, consent.",
	})
	label!: string;
}

/** A public question to an electorate, from its opening on. */
@ObjectType("PublicPoll", {
	implements: PublicNode,
	simpleResolvers: true,
	description: "A public question to an electorate, from its opening on.",
})
export class PublicPoll {
	/** Global; the field is the interface's. */
	id!: string;

	/** Not in the schema: the row's own id, for its neighbours. */
	key!: string;

	/** Not in the schema. */
	recommendationId!: string | null;

	/** Not in the schema. */
	eventId!: string;

	@Field(() => String, { description: "What is asked." })
	question!: string;

	@Field(() => PollMethod, { description: "How it is answered and counted." })
	method!: PollMethod;

	@Field(() => [PublicPollOption], { description: "The answers among which it asks, in their order." })
	options!: readonly PublicPollOption[];

	@Field(() => Int, { nullable: true, description: "SINGLE_TRANSFERABLE_VOTE: how many are elected." })
	seats!: number | null;

	@Field(() => PublicPollState, { description: "Where it stands in its life." })
	state!: keyof typeof PublicPollState;

	@Field(() => Int, { description: "Rises with every change; an older version is older news." })
	version!: number;

	@Field(() => GraphQLDateTime, { description: "When it was opened." })
	openedAt!: Date;

	@Field(() => GraphQLDateTime, { nullable: true, description: "When it was closed." })
	closedAt!: Date | null;

	@Field(() => GraphQLDateTime, { nullable: true, description: "When the result was published." })
	publishedAt!: Date | null;

	@Field(() => Int, { description: "Delegates on the event's list when it opened." })
	entitled!: number;

	@Field(() => PublicFraction, {
		description: "The share of the entitled who must be present at the opening.",
	})
	quorum!: PublicFraction;

	@Field(() => PublicFraction, {
		description: "The share of the cities on the list that must have a delegate there at the opening.",
	})
	quorumOfCities!: PublicFraction;

	@Field(() => Boolean, { description: "Whether both quorums must hold again at the closing." })
	holdsQuorumAtClosing!: boolean;

	@Field(() => ThresholdView, { description: "How much must be for it." })
	threshold!: ThresholdView;

	@Field(() => Boolean, {
		description: "Whether a majority of the cities is needed besides that of persons.",
	})
	needsMajorityOfCities!: boolean;

	@Field(() => Boolean, { description: "Whether a majority in every stakeholder group is needed besides." })
	needsMajorityOfEveryGroup!: boolean;

	@Field(() => PublicResult, { nullable: true, description: "The decision, once published." })
	result!: PublicResult | null;
}
