import { GraphQLDateTime } from "graphql-scalars";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { Refusal } from "../../../people/graphql/index.ts";
import type { SessionKind as KindName, SessionRow } from "../../ports.ts";
import { SessionKind } from "./enums.ts";
import { Presence } from "./Presence.ts";

/** A session as those who may read it see it. voting adds the fields `polls` and `currentPoll`. */
@ObjectType({ description: "A part of an event: plenary, workshop or field visit." })
export class Session implements SessionRow {
	@Field(() => ID, { description: "Opaque id." })
	id!: string;

	/** Not in the schema. */
	eventId!: string;
	/** Not in the schema. */
	networkId!: string;
	/** Not in the schema. */
	currentItemId!: string | null;

	@Field(() => SessionKind, { description: "The kind of session." })
	kind!: KindName;

	@Field(() => String, { description: "Its title." })
	title!: string;

	@Field(() => GraphQLDateTime, { nullable: true, description: "When it begins; null: not known." })
	startsAt!: Date | null;

	@Field(() => GraphQLDateTime, { nullable: true, description: "When it ends; null: not known." })
	endsAt!: Date | null;

	@Field(() => Int, { description: "Rises with every change of the session; older news is to be ignored." })
	version!: number;
}

/** The answer to a change of a session. */
@ObjectType({ description: "The answer to a change of a session's agenda or speakers." })
export class SessionPayload {
	@Field(() => Session, {
		nullable: true,
		description: "The session as it is now; null if it may not be seen.",
	})
	session!: Session | null;

	@Field(() => Refusal, { nullable: true, description: "Why it was not done; null if it was." })
	refusal!: Refusal | null;
}

/** The answer to checking in or out. */
@ObjectType({ description: "The answer to checking in or out." })
export class PresencePayload {
	@Field(() => Session, {
		nullable: true,
		description: "The session as it is now; null if it may not be seen.",
	})
	session!: Session | null;

	@Field(() => Presence, { nullable: true, description: "The presence as it is now." })
	presence!: Presence | null;

	@Field(() => Refusal, { nullable: true, description: "Why it was not done; null if it was." })
	refusal!: Refusal | null;
}
