import { Field, Int, ObjectType } from "type-graphql";
import { PublicNode } from "../PublicNode.ts";

/** One of the network's questions. */
@ObjectType("Theme", {
	implements: PublicNode,
	simpleResolvers: true,
	description: "One of the network's questions.",
})
export class PublicTheme {
	/** Global; the field is the interface's. */
	id!: string;

	/** Not in the schema: the row's own id, for its neighbours. */
	key!: string;

	@Field(() => String, { description: "Short code, unique in the network." })
	code!: string;

	@Field(() => String, { description: "The question." })
	title!: string;

	@Field(() => Int, { description: "Its place, from 1." })
	order!: number;
}
