import { GraphQLDateTime } from "graphql-scalars";
import { Field, ID, Int, ObjectType } from "type-graphql";
import type { AgendaItemRow, AgendaItemKind as KindName } from "../../ports.ts";
import { AgendaItemKind } from "./enums.ts";

/** An item of the agenda. recommendations adds the fields `recommendation` and `version`. */
@ObjectType({ description: "An item of a session's agenda." })
export class AgendaItem implements Omit<AgendaItemRow, "recommendationTitle"> {
	@Field(() => ID, { description: "Opaque id." })
	id!: string;

	/** Not in the schema. */
	sessionId!: string;
	/** Not in the schema: what the item is about, for the room that knows recommendations. */
	recommendationId!: string | null;

	@Field(() => Int, { description: "Its place in the agenda, from 0." })
	index!: number;

	@Field(() => AgendaItemKind, { description: "What the item is for." })
	kind!: KindName;

	@Field(() => String, { description: "Its title." })
	title!: string;

	@Field(() => Int, { nullable: true, description: "Minutes planned for it." })
	minutes!: number | null;

	@Field(() => Boolean, { description: "Whether the session is at this item now." })
	isCurrent!: boolean;

	@Field(() => GraphQLDateTime, { nullable: true, description: "When it was first current." })
	startedAt!: Date | null;

	@Field(() => GraphQLDateTime, {
		nullable: true,
		description: "When it was current last; null while it is.",
	})
	finishedAt!: Date | null;
}
