import { Field, ID, Int, ObjectType } from "type-graphql";
import { DateScalar } from "../../../network/graphql/index.ts";
import type { ActivityRow, ActivityKind as KindName } from "../../ports.ts";
import { ActivityKind } from "./enums.ts";

/** A step of the programme. */
@ObjectType({ description: "A step of the network's programme." })
export class Activity implements ActivityRow {
	@Field(() => ID, { description: "Opaque id." })
	id!: string;

	/** Not in the schema. */
	networkId!: string;
	/** Not in the schema. */
	themeId!: string | null;
	/** Not in the schema. */
	hostPartnerId!: string | null;

	@Field(() => Int, { description: "Its place in the programme, from 1." })
	order!: number;

	@Field(() => ActivityKind, { description: "The kind of step." })
	kind!: KindName;

	@Field(() => String, { description: "Its title." })
	title!: string;

	@Field(() => String, { nullable: true, description: "What happens, in a sentence or two." })
	summary!: string | null;

	@Field(() => DateScalar, { nullable: true, description: "First day; null: not known." })
	startsOn!: string | null;

	@Field(() => DateScalar, { nullable: true, description: "Last day; null: not known." })
	endsOn!: string | null;

	@Field(() => Int, { nullable: true, description: "Delegates as reported afterwards; null: not known." })
	reportedDelegates!: number | null;
}
