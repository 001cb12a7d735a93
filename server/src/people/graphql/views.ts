import { Field, ID, ObjectType } from "type-graphql";
import { Role, StakeholderGroup } from "./enums.ts";

/** A role with its place. */
@ObjectType("RoleHeld", { description: "A role with where it is held." })
export class RoleHeldView {
	@Field(() => Role, { description: "The role." })
	role!: Role;

	@Field(() => ID, { nullable: true, description: "The network in which it is held." })
	networkId!: string | null;

	@Field(() => ID, { nullable: true, description: "The partner, where it is held with one." })
	partnerId!: string | null;

	@Field(() => ID, { nullable: true, description: "The event, where it is held at one." })
	eventId!: string | null;

	@Field(() => ID, { nullable: true, description: "The session, where it is held in one." })
	sessionId!: string | null;
}

/** The person who asks. Other rooms add fields to it with a resolver of their own. */
@ObjectType("Viewer", { description: "The person who is signed in." })
export class ViewerView {
	@Field(() => ID, { description: "Opaque." })
	id!: string;

	@Field(() => String, { description: "The name, as others see it." })
	name!: string;

	@Field(() => String, { description: "The language the person prefers, as in BCP 47." })
	language!: string;

	@Field(() => Boolean, { description: "Whether the person is invented, for the demonstration." })
	isDemonstration!: boolean;

	@Field(() => [RoleHeldView], { description: "Every role that the person holds now." })
	roles!: readonly RoleHeldView[];
}

/** How one can sign in here. */
@ObjectType({ description: "How one can sign in to this installation." })
export class SignInOptions {
	@Field(() => Boolean, { description: "Whether one may sign in as a demonstration person with one click." })
	isDemonstration!: boolean;

	@Field(() => Boolean, { description: "Whether links are e-mailed; else the server's console shows them." })
	sendsMail!: boolean;
}

/** Somebody invented, to sign in as. */
@ObjectType("DemoPerson", { description: "An invented person of the demonstration, to sign in as." })
export class DemoPersonView {
	@Field(() => ID, { description: "Opaque." })
	id!: string;

	@Field(() => String, { description: "The invented name." })
	name!: string;

	@Field(() => String, { nullable: true, description: "The city of the person's partner." })
	city!: string | null;

	@Field(() => String, { nullable: true, description: "The code of the person's partner." })
	partnerCode!: string | null;

	@Field(() => StakeholderGroup, { nullable: true, description: "The group in the local panel." })
	group!: StakeholderGroup | null;

	@Field(() => [Role], { description: "The roles the person holds, each once." })
	roles!: readonly Role[];
}
