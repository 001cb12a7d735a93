import type { StakeholderGroup as GroupName } from "@crossroads/shared";
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { Partner } from "../../../network/graphql/index.ts";
import { StakeholderGroup } from "../../../people/graphql/index.ts";
import { BallotAnswerInput, BallotAnswerView } from "./answer.ts";
import { BallotView } from "./Poll.ts";

@ObjectType("PersonInPoll", { simpleResolvers: true, description: "Somebody who has a part in a poll." })
export class PersonInPollView {
	@Field(() => ID, { description: "The person." })
	personId!: string;

	@Field(() => String, { description: "The name." })
	name!: string;
}

@ObjectType("PollDelegate", { description: "Somebody on the event's list, who is entitled to vote." })
export class PollDelegateView {
	@Field(() => ID, { description: "The person." })
	personId!: string;

	@Field(() => String, { description: "The name." })
	name!: string;

	@Field(() => Partner, { description: "The partner whose delegate it is." })
	partner!: Partner;

	@Field(() => StakeholderGroup, { description: "The delegate's group." })
	group!: GroupName;
}

@ObjectType("ProxyGrant", { simpleResolvers: true, description: "A vote given into somebody's hands." })
export class ProxyGrantView {
	@Field(() => PersonInPollView, { description: "Whose vote it is." })
	principal!: PersonInPollView;

	@Field(() => PersonInPollView, { description: "Who casts it, if the principal is absent at opening." })
	proxy!: PersonInPollView;
}

@ObjectType("Principal", { description: "Somebody in whose stead you vote." })
export class PrincipalView {
	@Field(() => PersonInPollView, { description: "Whose vote it is." })
	person!: PersonInPollView;

	@Field(() => Int, {
		nullable: true,
		description: "What the principal weighs; null before opening.",
	})
	weight!: number | null;

	@Field(() => BallotView, {
		nullable: true,
		description: "The ballot that you cast in this person's stead; null: none yet.",
	})
	ballot!: BallotView | null;
}

@InputType({ description: "A vote to be given into somebody's hands, before the poll opens." })
export class GiveProxyInput {
	@Field(() => ID, { description: "The poll." })
	pollId!: string;

	@Field(() => ID, { description: "Who shall cast it." })
	proxyId!: string;

	@Field(() => ID, {
		nullable: true,
		description: "Whose vote it is, for those who run the session; null: yours.",
	})
	principalId?: string | null;
}

@InputType({ description: "A vote to be taken back, before the poll opens." })
export class WithdrawProxyInput {
	@Field(() => ID, { description: "The poll." })
	pollId!: string;

	@Field(() => ID, {
		nullable: true,
		description: "Whose vote it is, for those who run the session; null: yours.",
	})
	principalId?: string | null;
}

@ObjectType("VoterWeight", { simpleResolvers: true, description: "Somebody who weighs more than 1." })
export class VoterWeightView {
	@Field(() => ID, { description: "The person." })
	personId!: string;

	@Field(() => String, { description: "The name." })
	name!: string;

	@Field(() => Int, { description: "As how many the ballot counts." })
	weight!: number;
}

@InputType({ description: "What somebody shall weigh, or every delegate of a partner." })
export class WeightInput {
	@Field(() => ID, { nullable: true, description: "The person; null where a partner is named." })
	personId?: string | null;

	@Field(() => ID, { nullable: true, description: "The partner; null where a person is named." })
	partnerId?: string | null;

	@Field(() => Int, { description: "A whole number from 1; 1 is what everybody weighs who is not named." })
	weight!: number;
}

@InputType({ description: "Weights to be set, before the poll opens." })
export class SetWeightsInput {
	@Field(() => ID, { description: "The poll." })
	pollId!: string;

	@Field(() => [WeightInput], { description: "One after the other; who is not named keeps the weight." })
	weights!: WeightInput[];
}

/** How far a paper is. */
export const PaperState = {
	HANDED_OUT: "HANDED_OUT",
	ENTERED_ONCE: "ENTERED_ONCE",
	DIFFERING: "DIFFERING",
	AGREED: "AGREED",
} as const;
/** One of them. */
export type PaperState = keyof typeof PaperState;

registerEnumType(PaperState, {
	name: "PaperState",
	description: "How far a paper ballot is.",
	valuesConfig: {
		HANDED_OUT: { description: "Nobody has entered it; it does not count." },
		ENTERED_ONCE: { description: "One person has entered it; the poll cannot be closed." },
		DIFFERING: { description: "Two persons read it differently; the poll cannot be closed." },
		AGREED: { description: "Two persons read it alike; it counts." },
	},
});

@ObjectType("PaperBallot", { simpleResolvers: true, description: "A ballot on paper." })
export class PaperBallotView {
	@Field(() => Int, { description: "The number on the paper." })
	paper!: number;

	@Field(() => PersonInPollView, { description: "Who votes on it." })
	person!: PersonInPollView;

	@Field(() => PaperState, { description: "How far it is." })
	state!: PaperState;

	@Field(() => BallotAnswerView, { nullable: true, description: "What you read on it; null: nothing yet." })
	own!: BallotAnswerView | null;

	@Field(() => BallotAnswerView, {
		nullable: true,
		description: "What the other read on it, where the two differ: each enters it alone.",
	})
	other!: BallotAnswerView | null;
}

@InputType({ description: "An elector who votes on paper." })
export class PaperVoterInput {
	@Field(() => ID, { description: "The poll." })
	pollId!: string;

	@Field(() => ID, { description: "The elector." })
	personId!: string;
}

@InputType({ description: "What stands on a paper." })
export class EnterPaperInput {
	@Field(() => ID, { description: "The poll." })
	pollId!: string;

	@Field(() => Int, { description: "The number on the paper." })
	paper!: number;

	@Field(() => BallotAnswerInput, {
		nullable: true,
		description: "The answer; null: your entry is taken back.",
	})
	answer?: BallotAnswerInput | null;
}
