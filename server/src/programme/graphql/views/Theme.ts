import { Field, ID, Int, ObjectType } from "type-graphql";
import type { ThemeRow } from "../../ports.ts";

/** A theme of a network. */
@ObjectType({ description: "One of the network's questions." })
export class Theme implements ThemeRow {
	@Field(() => ID, { description: "Opaque id." })
	id!: string;

	/** Not in the schema: whose theme this is. */
	networkId!: string;

	@Field(() => String, { description: "Short code, unique in the network." })
	code!: string;

	@Field(() => String, { description: "The question in a few words." })
	title!: string;

	@Field(() => Int, { description: "Its place among the network's themes." })
	order!: number;
}
