import { Field, ObjectType } from "type-graphql";
import { Refusal } from "../../people/graphql/index.ts";

/** The answer to a push. */
@ObjectType({ description: "Given after the commit: what is acknowledged here is in the database." })
export class PushDraftUpdatesPayload {
	@Field(() => String, { nullable: true, description: "The place of the last of these updates in the log." })
	cursor!: string | null;

	@Field(() => Refusal, { nullable: true, description: "Why nothing was stored; null: all of it was." })
	refusal!: Refusal | null;
}

/** The answer to a sign of life. */
@ObjectType({ description: "Whether the others were told." })
export class SetDraftPresencePayload {
	@Field(() => Refusal, { nullable: true, description: "Why they were not; null: they were." })
	refusal!: Refusal | null;
}
