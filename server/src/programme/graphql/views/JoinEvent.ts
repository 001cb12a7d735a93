import { Field, ID, ObjectType } from "type-graphql";
import { Refusal } from "../../../people/graphql/index.ts";

/** A delegate on the list of an event, for choosing one's own name. */
@ObjectType({ description: "A name on the list of an event's delegates." })
export class JoinDelegate {
	@Field(() => ID, { description: "Opaque id, for joining." })
	id!: string;

	@Field(() => String, { description: "The delegate's name." })
	name!: string;

	@Field(() => String, { description: "The city of the delegate's partner." })
	city!: string;

	@Field(() => Boolean, {
		description: "Whether digits can be e-mailed; else those of the badge are needed.",
	})
	canReceiveMail!: boolean;
}

/** An event as whoever holds its join code sees it. */
@ObjectType({ description: "An event as one sees it with its join code." })
export class JoinEvent {
	@Field(() => ID, { description: "Opaque id." })
	id!: string;

	@Field(() => String, { description: "Title of the event." })
	title!: string;

	@Field(() => String, { nullable: true, description: "Where it takes place; null: not known." })
	place!: string | null;

	@Field(() => Boolean, {
		description: "Whether delegates of the event are invented, for the demonstration.",
	})
	isDemonstration!: boolean;

	@Field(() => [JoinDelegate], { description: "The delegates, by city and name." })
	delegates!: JoinDelegate[];
}

/** The answer to asking for digits by e-mail. */
@ObjectType({ description: "The answer to asking for four digits by e-mail." })
export class SendJoinConfirmationPayload {
	@Field(() => Boolean, { description: "Whether digits are on their way." })
	isSent!: boolean;

	@Field(() => Refusal, { nullable: true, description: "Why not; null if they are." })
	refusal!: Refusal | null;
}
