import { GraphQLDateTime } from "graphql-scalars";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { DecisionRuleKind, PreparedMethod } from "../../../voting/graphql/index.ts";
import type { PreparedMethod as MethodName } from "../../../voting/index.ts";
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
		description: "QUORUM: present. MAJORITY_OF_PERSONS: yes. MAJORITY_OF_CITIES: cities for.",
	})
	have!: number;

	@Field(() => Int, {
		description:
			"QUORUM: entitled. MAJORITY_OF_PERSONS: yes and no. MAJORITY_OF_CITIES: cities with electors.",
	})
	of!: number;

	@Field(() => Int, { description: "The fewest with which it is met." })
	needed!: number;
}

/** The decision with its reasons. */
@ObjectType("PublicResult", { simpleResolvers: true, description: "The decision with its reasons." })
export class PublicResult {
	@Field(() => Boolean, {
		description: "Whether every requirement was met; among options, whether one was chosen besides.",
	})
	isAdopted!: boolean;

	@Field(() => [ID], {
		description:
			"Among options: the keys of those that have the most; more than one is a tie, which chooses none. Empty for yes and no.",
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
	@Field(() => ID, { description: "Its name in counts: YES, NO, ABSTAIN, else A, B, C, …" })
	key!: string;

	@Field(() => String, { description: "What it is; empty where every interface words it: yes, no, abstain." })
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

	@Field(() => PreparedMethod, { description: "How it is answered and counted." })
	method!: MethodName;

	@Field(() => [PublicPollOption], { description: "The answers among which it asks, in their order." })
	options!: readonly PublicPollOption[];

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

	@Field(() => Boolean, {
		description: "Whether a majority of the cities is needed besides that of persons.",
	})
	needsMajorityOfCities!: boolean;

	@Field(() => PublicResult, { nullable: true, description: "The decision, once published." })
	result!: PublicResult | null;
}
