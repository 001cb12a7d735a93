import { Field, ID, ObjectType } from "type-graphql";
import type { NetworkRow } from "../ports.ts";
import { DateScalar } from "./DateScalar.ts";

/** A network as its members see it. */
@ObjectType({ description: "A consortium of partners with a programme and one handbook." })
export class Network implements Pick<NetworkRow, "id" | "code" | "name"> {
	@Field(() => ID, { description: "Opaque id." })
	id!: string;

	@Field(() => String, { description: "Short code, unique on this server." })
	code!: string;

	@Field(() => String, { description: "Full name." })
	name!: string;

	@Field(() => [String], { description: "What the network wants to reach." })
	aims!: string[];

	@Field(() => String, { description: "Language of work, BCP 47." })
	workingLanguage!: string;

	@Field(() => DateScalar, { nullable: true, description: "First day; null: not known." })
	startsOn!: string | null;

	@Field(() => DateScalar, { nullable: true, description: "Last day; null: not known." })
	endsOn!: string | null;
}
