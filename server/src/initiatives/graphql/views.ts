import { Field, ID, ObjectType } from "type-graphql";
import type { FindingRow, InitiativeRow, ReviewRow } from "../ports.ts";

/** An initiative. */
@ObjectType({ description: "A local integration initiative of a partner." })
export class Initiative implements InitiativeRow {
	@Field(() => ID, { description: "Opaque id." })
	id!: string;

	/** Not in the schema. */
	partnerId!: string;
	/** Not in the schema. */
	themeId!: string | null;

	@Field(() => String, { description: "Its title." })
	title!: string;

	@Field(() => String, { nullable: true, description: "What it is, in a sentence or two." })
	summary!: string | null;

	@Field(() => Boolean, { description: "Whether it is invented, for the demonstration." })
	isDemonstration!: boolean;
}

/** A review of an initiative. */
@ObjectType({ description: "What a partner's panel found when it looked at an initiative." })
export class Review implements Omit<ReviewRow, "id" | "initiativeId"> {
	@Field(() => String, { description: "What was tried." })
	tried!: string;

	@Field(() => String, { nullable: true, description: "For whom." })
	forWhom!: string | null;

	@Field(() => String, { nullable: true, description: "With what effect." })
	effect!: string | null;

	@Field(() => String, { nullable: true, description: "How one knows." })
	evidence!: string | null;

	@Field(() => String, { nullable: true, description: "Whether another city could do it." })
	transferable!: string | null;

	@Field(() => Boolean, { description: "Whether the panel recommends it to the other cities." })
	isRecommended!: boolean;
}

/** A finding. */
@ObjectType({ description: "A short observation of a panel, workshop or field visit." })
export class Finding implements FindingRow {
	@Field(() => ID, { description: "Opaque id." })
	id!: string;

	/** Not in the schema. */
	themeId!: string;
	/** Not in the schema. */
	partnerId!: string | null;
	/** Not in the schema. */
	initiativeId!: string | null;

	@Field(() => String, { description: "What was observed." })
	text!: string;

	@Field(() => Boolean, { description: "Whether it is invented, for the demonstration." })
	isDemonstration!: boolean;
}
