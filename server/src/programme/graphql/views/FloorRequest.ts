import { GraphQLDateTime } from "graphql-scalars";
import { Field, ID, ObjectType } from "type-graphql";
import type { FloorRequestRow } from "../../ports.ts";

/** Somebody on the list of speakers. */
@ObjectType({ description: "Somebody who asked for the floor." })
export class FloorRequest implements Omit<FloorRequestRow, "sessionId" | "personId"> {
	@Field(() => ID, { description: "Opaque id." })
	id!: string;

	@Field(() => String, { description: "Who asked." })
	personName!: string;

	@Field(() => String, { description: "The city of the person's partner." })
	city!: string;

	@Field(() => String, { description: "The code of the person's partner." })
	partnerCode!: string;

	@Field(() => GraphQLDateTime, { description: "When it was asked." })
	requestedAt!: Date;

	@Field(() => GraphQLDateTime, { nullable: true, description: "Since when the person speaks; null: waits." })
	calledAt!: Date | null;
}
