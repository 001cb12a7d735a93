import { Field, ID, InputType, Int } from "type-graphql";
import type { AgendaItemKind as KindName } from "../../ports.ts";
import { AgendaItemKind } from "./enums.ts";

/** A new item of an agenda, as the runner writes it. */
@InputType({ description: "A new item of a session's agenda." })
export class AddAgendaItemInput {
	@Field(() => ID, { description: "The session." })
	sessionId!: string;

	@Field(() => AgendaItemKind, { description: "What the item is for." })
	kind!: KindName;

	@Field(() => String, { description: "Its title, 1 to 300 characters." })
	title!: string;

	@Field(() => Int, { nullable: true, description: "Minutes planned for it, 1 to 1440." })
	minutes?: number | null;

	@Field(() => ID, { nullable: true, description: "The recommendation it is about, of the same network." })
	recommendationId?: string | null;

	@Field(() => Int, { nullable: true, description: "Its place in the agenda, from 0; null: at the end." })
	atIndex?: number | null;
}
