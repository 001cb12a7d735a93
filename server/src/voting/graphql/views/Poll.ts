import { GraphQLDateTime } from "graphql-scalars";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { Partner } from "../../../network/graphql/index.ts";
import { StakeholderGroup } from "../../../people/graphql/index.ts";
import type { PollPlace, PollTally } from "../../ports.ts";
import { BallotAnswerView, BallotPartView } from "./answer.ts";
import { BallotChoice, PollMethod, PollState, Secrecy } from "./enums.ts";
import type { PollResultView } from "./PollResult.ts";
import { DecisionRuleView } from "./rule.ts";

/** The viewer's own ballot. Has no field for a voter: it is always the viewer. */
@ObjectType("Ballot", { description: "Your own ballot, as it lies in the box." })
export class BallotView {
	@Field(() => BallotChoice, {
		nullable: true,
		description: "Your answer to a question of yes or no; null where it was put otherwise.",
	})
	choice!: BallotChoice | null;

	@Field(() => BallotAnswerView, { description: "Your answer; without marks where it is a split vote." })
	answer!: BallotAnswerView;

	@Field(() => [BallotPartView], {
		nullable: true,
		description: "The parts of a split vote: what counts instead of the answer; null: it is none.",
	})
	parts!: readonly BallotPartView[] | null;

	@Field(() => String, { description: "A short code by which you find the ballot again." })
	receipt!: string;

	@Field(() => GraphQLDateTime, { description: "When it was first cast." })
	castAt!: Date;

	@Field(() => GraphQLDateTime, { nullable: true, description: "When it was last changed; null: never." })
	changedAt!: Date | null;
}

@ObjectType("NamedBallot", { description: "Who voted what in a named poll, after publishing." })
export class NamedBallotView {
	@Field(() => String, { description: "The voter's name." })
	personName!: string;

	@Field(() => Partner, { description: "The voter's partner." })
	partner!: Partner;

	@Field(() => StakeholderGroup, { description: "The voter's group." })
	group!: StakeholderGroup;

	@Field(() => BallotChoice, {
		nullable: true,
		description: "The answer to a question of yes or no; null where it was put otherwise.",
	})
	choice!: BallotChoice | null;

	@Field(() => BallotAnswerView, { description: "The answer." })
	answer!: BallotAnswerView;

	@Field(() => Int, { description: "What it weighs; the parts of a split vote are listed each for itself." })
	weight!: number;
}

@ObjectType("PollOption", {
	simpleResolvers: true,
	description: "One of the answers among which a poll asks.",
})
export class PollOptionView {
	@Field(() => ID, {
		description:
			"Its name in ballots and counts: YES, NO, ABSTAIN; AGREE, ABSTAIN, DISAGREE, BLOCK; else A, B, C, …",
	})
	key!: string;

	@Field(() => String, {
		description: "What it is; empty where every interface words it: yes and no, consent.",
	})
	label!: string;
}

/** A poll as those see it who may see its session. */
@ObjectType("Poll", { description: "A question put to an electorate. An older version is older news." })
export class PollView implements PollPlace {
	/** Not in the schema: where it is held, for the policies. */
	sessionId!: string;
	eventId!: string;
	networkId!: string;
	recommendationVersionId!: string | null;
	/** Not in the schema: cut to what the viewer may see by PollResolver. */
	storedResult!: PollResultView | null;
	/** Not in the schema: the count that was read with it; left out, PollResolver reads it. */
	counted?: PollTally;

	@Field(() => ID, { description: "Opaque." })
	id!: string;

	@Field(() => String, { description: "What is asked." })
	question!: string;

	@Field(() => PollMethod, { description: "How it is answered and counted." })
	method!: PollMethod;

	@Field(() => [PollOptionView], { description: "The answers among which it asks, in their order." })
	options!: readonly PollOptionView[];

	@Field(() => Int, {
		nullable: true,
		description: "SINGLE_TRANSFERABLE_VOTE: how many are elected.",
	})
	seats?: number | null;

	@Field(() => Int, {
		nullable: true,
		description: "MULTIPLE_CHOICE: how many options a voter may choose at most.",
	})
	mostChosen?: number | null;

	@Field(() => Int, {
		nullable: true,
		description: "DOTS: how many dots a voter may distribute at most.",
	})
	dots?: number | null;

	@Field(() => Secrecy, { description: "Whether ballots are shown with names after publishing." })
	secrecy!: Secrecy;

	@Field(() => PollState, { description: "Where it stands in its life." })
	state!: PollState;

	@Field(() => Int, { description: "Rises with every commit that changes the poll, ballots included." })
	version!: number;

	@Field(() => DecisionRuleView, { description: "How it is decided." })
	rule!: DecisionRuleView;

	@Field(() => Int, {
		description: "For how many absent delegates one may vote at most; 0: nobody votes for others.",
	})
	proxyCap!: number;

	@Field(() => Boolean, { description: "Whether the public graph shows it once it was opened." })
	isPublic!: boolean;

	@Field(() => ID, { nullable: true, description: "The agenda item it belongs to." })
	agendaItemId!: string | null;

	@Field(() => Int, {
		nullable: true,
		description: "Delegates on the event's list when it opened; null before.",
	})
	entitled!: number | null;

	@Field(() => String, {
		nullable: true,
		description:
			"sha-256 over the list of electors, a line `person partner GROUP weight` each, with the proxy's id after it where there is one, sorted; null before opening.",
	})
	electorateHash!: string | null;

	@Field(() => GraphQLDateTime, { nullable: true, description: "When it was opened." })
	openedAt!: Date | null;

	@Field(() => GraphQLDateTime, { nullable: true, description: "When it was closed." })
	closedAt!: Date | null;

	@Field(() => GraphQLDateTime, { nullable: true, description: "When the result was published." })
	publishedAt!: Date | null;
}
