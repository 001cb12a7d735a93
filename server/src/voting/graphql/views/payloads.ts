import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { Refusal } from "../../../people/graphql/index.ts";
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
		description: "The tabled version that it decides on; null: it decides on nothing but its question.",
	})
	recommendationVersionId?: string | null;

	@Field(() => String, { description: "What is asked; at most 1,000 characters." })
	question!: string;

	@Field(() => Int, { nullable: true, defaultValue: 1, description: "The quorum's numerator; 0: no quorum." })
	quorumNumerator?: number | null;

	@Field(() => Int, { nullable: true, defaultValue: 2, description: "The quorum's denominator, 1 to 1,000." })
	quorumDenominator?: number | null;

	@Field(() => Boolean, {
		nullable: true,
		defaultValue: false,
		description: "Whether a majority of the cities is needed besides that of persons.",
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
