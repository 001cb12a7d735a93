import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { Refusal } from "../../../people/graphql/index.ts";
import type { PreparedMethod as MethodName } from "../../index.ts";
import { PreparedMethod } from "./enums.ts";
import { BallotView, PollView } from "./Poll.ts";

@InputType({ description: "A poll to be prepared." })
export class CreatePollInput {
	@Field(() => ID, { description: "The session in which it will be held." })
	sessionId!: string;

	@Field(() => ID, {
		nullable: true,
		description: "The agenda item it belongs to; null: the one that is current when it opens.",
	})
	agendaItemId?: string | null;

	@Field(() => ID, {
		nullable: true,
		description:
			"The tabled version that it decides on, by yes and no; null: it decides on nothing but its question.",
	})
	recommendationVersionId?: string | null;

	@Field(() => String, { description: "What is asked; at most 1,000 characters." })
	question!: string;

	@Field(() => PreparedMethod, {
		nullable: true,
		defaultValue: "YES_NO_ABSTAIN",
		description: "How it is answered and counted.",
	})
	method?: MethodName | null;

	@Field(() => [String], {
		nullable: true,
		description:
			"The options' labels, in their order: 2 to 26 different ones of at most 200 characters. None for yes and no.",
	})
	options?: string[] | null;

	@Field(() => Int, {
		nullable: true,
		description: "MULTIPLE_CHOICE, and there needed: how many options a voter may choose at most.",
	})
	mostChosen?: number | null;

	@Field(() => Int, {
		nullable: true,
		description: "DOTS, and there needed: how many dots a voter may distribute at most, 1 to 100.",
	})
	dots?: number | null;

	@Field(() => Int, { nullable: true, defaultValue: 1, description: "The quorum's numerator; 0: no quorum." })
	quorumNumerator?: number | null;

	@Field(() => Int, { nullable: true, defaultValue: 2, description: "The quorum's denominator, 1 to 1,000." })
	quorumDenominator?: number | null;

	@Field(() => Boolean, {
		nullable: true,
		defaultValue: false,
		description: "Whether a majority of the cities is needed besides that of persons; only for yes and no.",
	})
	needsMajorityOfCities?: boolean | null;

	@Field(() => Boolean, {
		nullable: true,
		defaultValue: false,
		description: "Whether a voter may change the ballot until closing.",
	})
	allowsBallotChange?: boolean | null;

	@Field(() => Boolean, {
		nullable: true,
		defaultValue: true,
		description: "Whether the public graph shows it once it was opened.",
	})
	isPublic?: boolean | null;
}

@ObjectType({ description: "The answer to moving a poll." })
export class PollPayload {
	@Field(() => PollView, { nullable: true, description: "The poll as it is now; null if it was refused." })
	poll!: PollView | null;

	@Field(() => Refusal, { nullable: true, description: "Why it was not done; null if it was." })
	refusal!: Refusal | null;
}

@ObjectType({ description: "The answer to casting a ballot: what it says is committed." })
export class CastBallotPayload {
	/** Not in the schema: the poll to show, if the voter may. */
	pollId!: string;

	@Field(() => BallotView, { nullable: true, description: "Your ballot in the box; null if it was refused." })
	ballot!: BallotView | null;

	@Field(() => Refusal, { nullable: true, description: "Why it is not in the box; null if it is." })
	refusal!: Refusal | null;
}
