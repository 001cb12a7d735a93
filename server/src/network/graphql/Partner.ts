import { Field, Float, ID, ObjectType, registerEnumType } from "type-graphql";
import type { PartnerRole as PartnerRoleName, PartnerRow } from "../ports.ts";

/** The roles of a partner, for the schema. */
export enum PartnerRole {
	LEAD = "LEAD",
	CORE = "CORE",
	CONTRIBUTING = "CONTRIBUTING",
}

registerEnumType(PartnerRole, {
	name: "PartnerRole",
	description: "What a partner is in its network.",
	valuesConfig: {
		LEAD: { description: "Coordinates the network." },
		CORE: { description: "Carries the network with the lead partner." },
		CONTRIBUTING: { description: "Contributes its local experience." },
	},
});

/** A partner as the network's members see it. */
@ObjectType({ description: "An organisation of a city in the network." })
export class Partner implements Omit<PartnerRow, "kind" | "ordinal"> {
	@Field(() => ID, { description: "Opaque id." })
	id!: string;

	/** Not in the schema: whose partner this is. */
	networkId!: string;

	@Field(() => String, { description: "Short code, unique in the network." })
	code!: string;

	@Field(() => PartnerRole, { description: "What it is in the network." })
	role!: PartnerRoleName;

	@Field(() => String, { description: "Name of the organisation." })
	name!: string;

	@Field(() => String, { description: "Its city." })
	city!: string;

	@Field(() => String, { nullable: true, description: "Region of the city." })
	region!: string | null;

	@Field(() => String, { description: "Country, ISO 3166-1 alpha-2." })
	country!: string;

	@Field(() => [String], { description: "Languages of the city, BCP 47." })
	languages!: string[];

	@Field(() => Float, { nullable: true, description: "Latitude in degrees." })
	latitude!: number | null;

	@Field(() => Float, { nullable: true, description: "Longitude in degrees." })
	longitude!: number | null;
}
