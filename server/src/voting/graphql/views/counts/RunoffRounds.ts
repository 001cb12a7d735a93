import { Extensions, Field, ID, Int, ObjectType } from "type-graphql";
import { OptionVotesView } from "./OptionVotes.ts";

@ObjectType("RunoffCase", {
	simpleResolvers: true,
	description: "What comes of a run-off if one of those tied for leaving leaves.",
})
export class RunoffCaseView {
	@Field(() => ID, { description: "Who leaves in this case." })
	eliminated!: string;

	@Field(() => [ID], { description: "Who wins then." })
	winners!: readonly string[];

	@Field(() => [RunoffRoundView], { description: "The rounds from there on." })
	rounds!: readonly RunoffRoundView[];
}

@ObjectType("RunoffRound", { simpleResolvers: true, description: "A round of a run-off." })
export class RunoffRoundView {
	@Field(() => [OptionVotesView], {
		description: "The options still in, in the poll's order, with the weight that stands first for each.",
	})
	votes!: readonly OptionVotesView[];

	@Field(() => Int, { description: "The weight of ballots that rank none of them." })
	exhausted!: number;

	@Field(() => [ID], { description: "Who leaves after this round; empty: the count ends here." })
	eliminated!: readonly string[];

	@Field(() => [ID], {
		description:
			"Tied for leaving, where nothing tells them apart and each case is counted; elsewhere empty.",
	})
	tied!: readonly string[];

	/** A tie that nothing breaks is rare. */
	@Extensions({ listSize: 1 })
	@Field(() => [RunoffCaseView], { description: "A case for each of those tied." })
	cases!: readonly RunoffCaseView[];
}

@ObjectType("RunoffRounds", { simpleResolvers: true, description: "Instant run-off, round by round." })
export class RunoffRoundsView {
	readonly kind!: "RUNOFF_ROUNDS";

	@Field(() => [RunoffRoundView], { description: "In their order." })
	rounds!: readonly RunoffRoundView[];
}
