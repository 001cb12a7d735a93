import { Field, ID, Int, ObjectType } from "type-graphql";
import { UpdateBytes } from "./UpdateBytes.ts";

/** A draft as members see it. */
@ObjectType("Draft", { description: "The live text of a recommendation in one language." })
export class DraftView {
	@Field(() => ID, { description: "Opaque." })
	id!: string;

	/** Not in the schema: see the field `recommendation`. */
	recommendationId!: string;
	/** Not in the schema: what policies ask for. */
	networkId!: string;
	/** Not in the schema. */
	recommendationState!: string;

	@Field(() => String, { description: "The language of the text, as in BCP 47." })
	language!: string;
}

/** What a reader of a draft gets. */
@ObjectType("DraftUpdates", {
	description: "Updates of a draft, in the order in which the server stored them.",
})
export class DraftUpdatesView {
	@Field(() => String, {
		description: "Where these updates end: subscribe with it as `after` to go on from here.",
	})
	cursor!: string;

	@Field(() => Boolean, {
		description:
			"Whether these updates are the text as a whole. It comes first without a cursor, and where a cursor is unknown or too old: compare it then with what you have.",
	})
	isSnapshot!: boolean;

	@Field(() => [UpdateBytes], { description: "Apply them in this order; applying one twice does no harm." })
	updates!: readonly Uint8Array[];

	@Field(() => String, {
		nullable: true,
		description:
			"Instead of `updates`, where there is much of them and `mayDeflate` was said: each update behind its length in four bytes (the highest first), all of them together deflated without a header (RFC 1951), as base64.",
	})
	deflated!: string | null;
}

/** Somebody at a draft. */
@ObjectType("DraftWriter", { description: "Somebody who is at a draft, with one browser tab." })
export class DraftWriterView {
	@Field(() => Int, { description: "The tab's Yjs client id, as a signed 32-bit number." })
	clientId!: number;

	@Field(() => ID, { description: "The person." })
	personId!: string;

	@Field(() => String, { description: "The person's name." })
	name!: string;

	@Field(() => String, { nullable: true, description: "The partner they write for." })
	partnerCode!: string | null;

	@Field(() => String, { description: "The person's colour in every draft, as #rrggbb." })
	colour!: string;

	@Field(() => String, {
		nullable: true,
		description: "Their caret: JSON of Yjs relative positions {anchor, head}; null: none.",
	})
	cursor!: string | null;
}

/** Who is at a draft. */
@ObjectType("DraftPresence", {
	description: "Who is at a draft now. Nobody stays longer than 30 seconds unheard.",
})
export class DraftPresenceView {
	@Field(() => ID, { description: "The draft." })
	draftId!: string;

	@Field(() => [DraftWriterView], { description: "In the order of their coming." })
	writers!: readonly DraftWriterView[];
}
