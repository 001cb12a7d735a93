import { Field, ObjectType } from "type-graphql";
import { Refusal } from "../../../people/graphql/index.ts";
import { BallotView, PollView } from "./Poll.ts";

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
