import { Field, Int, ObjectType } from "type-graphql";
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

/** The answer to a tab that opens a draft. */
@ObjectType({ description: "The Yjs client ids under which the viewer's sign-in may write in a draft." })
export class OpenDraftPayload {
	@Field(() => Int, {
		nullable: true,
		description: "For this tab alone, until it is closed: as a signed 32-bit number. Null where refused.",
	})
	clientId!: number | null;

	@Field(() => [Int], {
		description: "Those of the held ids that this sign-in may go on with, as signed 32-bit numbers.",
	})
	heldClientIds!: readonly number[];

	@Field(() => Refusal, { nullable: true, description: "Why no id was given." })
	refusal!: Refusal | null;
}

/** The answer to a wish for an earlier text. */
@ObjectType({ description: "Given after the commit of the edit that brought the earlier text back." })
export class RestoreDraftPayload {
	@Field(() => String, { nullable: true, description: "The place of that edit in the log." })
	cursor!: string | null;

	@Field(() => Refusal, { nullable: true, description: "Why nothing was written." })
	refusal!: Refusal | null;
}
