import { Field, Float, ObjectType } from "type-graphql";
import { PartnerRole } from "../../../network/graphql/index.ts";
import { PublicNode } from "../PublicNode.ts";

/** An organisation of a city in the network. */
@ObjectType("Partner", {
	implements: PublicNode,
	simpleResolvers: true,
	description: "An organisation of a city in the network.",
})
export class PublicPartner {
	/** Global; the field is the interface's. */
	id!: string;

	/** Not in the schema: the row's own id, for its neighbours. */
	key!: string;

	/** Not in the schema. */
	networkId!: string;

	@Field(() => String, { description: "Short code, unique in the network." })
	code!: string;

	@Field(() => PartnerRole, { description: "What it is in the network." })
	role!: keyof typeof PartnerRole;

	@Field(() => String, { description: "Name of the organisation." })
	name!: string;

	@Field(() => String, { nullable: true, description: "What kind of organisation it is." })
	kind!: string | null;

	@Field(() => String, { description: "Its city." })
	city!: string;

	@Field(() => String, { nullable: true, description: "Region of the city." })
	region!: string | null;

	@Field(() => String, { description: "Country, ISO 3166-1 alpha-2." })
	country!: string;

	@Field(() => [String], { description: "Languages of the city, BCP 47." })
	languages!: readonly string[];

	@Field(() => Float, { nullable: true, description: "Latitude in degrees." })
	latitude!: number | null;

	@Field(() => Float, { nullable: true, description: "Longitude in degrees." })
	longitude!: number | null;
}
