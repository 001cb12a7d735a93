import type { Transaction } from "../../database/index.ts";
import type { NewPerson, NewRole } from "../ports.ts";
import { PersonEntity, RoleAssignmentEntity } from "./entities.ts";

/** Enters persons in the caller's transaction and gives their ids, in order. Throws where an e-mail address is taken. */
export async function enterPersons({ em }: Transaction, persons: readonly NewPerson[]): Promise<string[]> {
	const entities = persons.map((person) => em.create(PersonEntity, { ...person }));
	await em.persist(entities).flush();
	return entities.map(({ id }) => id);
}

/** Gives roles in the caller's transaction, and tells nobody. Throws where a role is held already. */
export async function enterRoles({ em }: Transaction, roles: readonly NewRole[]): Promise<void> {
	await em.persist(roles.map((role) => em.create(RoleAssignmentEntity, { ...role }))).flush();
}
