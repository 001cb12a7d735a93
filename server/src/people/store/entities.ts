import { randomUUID } from "node:crypto";
import { defineEntity, p } from "@mikro-orm/core";

const PersonSchema = defineEntity({
	name: "Person",
	tableName: "person",
	properties: {
		id: p
			.uuid()
			.primary()
			.onCreate(() => randomUUID()),
		name: p.text(),
		email: p.text().nullable(),
		language: p.text(),
		isDemonstration: p.boolean(),
		createdAt: p.datetime().onCreate(() => new Date()),
		erasedAt: p.datetime().nullable(),
	},
});

/** Somebody who signs in. Stakeholder group and origin are facts of a membership, not of the person. */
export class PersonEntity extends PersonSchema.class {}
PersonSchema.setClass(PersonEntity);

const RoleAssignmentSchema = defineEntity({
	name: "RoleAssignment",
	tableName: "role_assignment",
	properties: {
		id: p
			.uuid()
			.primary()
			.onCreate(() => randomUUID()),
		personId: p.uuid(),
		role: p.text(),
		networkId: p.uuid().nullable(),
		partnerId: p.uuid().nullable(),
		sessionId: p.uuid().nullable(),
	},
});

/** A role given by hand. All roles, with the derived ones, are in the view `person_role`. */
export class RoleAssignmentEntity extends RoleAssignmentSchema.class {}
RoleAssignmentSchema.setClass(RoleAssignmentEntity);

const SignInLinkSchema = defineEntity({
	name: "SignInLink",
	tableName: "sign_in_link",
	properties: {
		tokenHash: p.blob().primary(),
		personId: p.uuid(),
		createdAt: p.datetime(),
		expiresAt: p.datetime(),
		usedAt: p.datetime().nullable(),
	},
});

/** A link of an e-mail. */
class SignInLinkEntity extends SignInLinkSchema.class {}
SignInLinkSchema.setClass(SignInLinkEntity);

const SignInSchema = defineEntity({
	name: "SignIn",
	tableName: "sign_in",
	properties: {
		id: p
			.uuid()
			.primary()
			.onCreate(() => randomUUID()),
		tokenHash: p.blob(),
		personId: p.uuid(),
		createdAt: p.datetime(),
		lastSeenAt: p.datetime(),
		expiresAt: p.datetime(),
		endedAt: p.datetime().nullable(),
		userAgent: p.text().nullable(),
	},
});

/** A signed-in browser. */
class SignInEntity extends SignInSchema.class {}
SignInSchema.setClass(SignInEntity);

/** The room's tables, for the ORM. */
export const peopleEntities = [PersonEntity, RoleAssignmentEntity, SignInLinkEntity, SignInEntity];
