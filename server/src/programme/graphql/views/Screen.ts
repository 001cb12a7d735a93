import { GraphQLDateTime } from "graphql-scalars";
import { Field, ID, Int, ObjectType } from "type-graphql";
import type { AgendaItemKind as ItemKindName, SessionKind as KindName } from "../../ports.ts";
import { AgendaItemKind, SessionKind } from "./enums.ts";

/** An item of the agenda, for the projector. */
@ObjectType({ description: "An item of the agenda on the projector." })
export class ScreenItem {
	@Field(() => ID, { description: "Opaque id." })
	id!: string;

	@Field(() => Int, { description: "Its place in the agenda, from 0." })
	index!: number;

	@Field(() => AgendaItemKind, { description: "What the item is for." })
	kind!: ItemKindName;

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

	@Field(() => String, { nullable: true, description: "The title of the recommendation it is about." })
	recommendationTitle!: string | null;
}

/**
 * What everybody in the hall sees. Whoever knows the session's unguessable id may read it, so nothing personal may
 * ever stand here but the name of the one who speaks. voting adds the field `poll`.
 */
@ObjectType({ description: "What the projector shows of a session." })
export class Screen {
	@Field(() => ID, { description: "The session." })
	sessionId!: string;

	/** Not in the schema. */
	eventId!: string;
	/** Not in the schema. */
	currentItemId!: string | null;

	@Field(() => String, { description: "Title of the session." })
	title!: string;

	@Field(() => SessionKind, { description: "The kind of session." })
	kind!: KindName;

	@Field(() => Int, { description: "Rises with every change of the session; older news is to be ignored." })
	version!: number;

	@Field(() => String, { nullable: true, description: "Where the event takes place; null: not known." })
	place!: string | null;

	@Field(() => String, { nullable: true, description: "Time zone of the place, IANA; null: not known." })
	timeZone!: string | null;

	@Field(() => Boolean, {
		description: "Whether delegates of the event are invented, for the demonstration.",
	})
	isDemonstration!: boolean;

	@Field(() => String, { nullable: true, description: "The event's join code, for all in the hall." })
	joinCode!: string | null;
}
