import { randomUUID } from "node:crypto";
import { type RecordReport, recordRows, type Transaction } from "../../database/index.ts";
import type { FoundPerson, NewRole, PersonFacts, PersonSought } from "../ports.ts";
import { PersonEntity, RoleAssignmentEntity } from "./entities.ts";

/**
 * Who the sought persons can be, in order: the one with the e-mail address; else those of that name in one of the
 * partners' panels (who have no address, where one is sought). Reads the network's memberships, without changing them.
 */
export async function findPersons(
	tx: Transaction,
	sought: readonly PersonSought[],
): Promise<readonly (readonly FoundPerson[])[]> {
	const emails = sought.flatMap(({ email }) => email?.toLowerCase() ?? []);
	const partnerIds = [...new Set(sought.flatMap((person) => person.partnerIds))];
	const known = await tx.query<
		FoundPerson & { name: string; email: string | null; partnerIds: string[] | null }
	>(
		`select p.id, p.name, lower(p.email) as email, p.is_demonstration as "isDemonstration", held."partnerIds"
		from person p left join lateral (
			select jsonb_agg(m.partner_id) as "partnerIds" from membership m
			where m.person_id = p.id and m.partner_id = any($2::uuid[])
		) held on true
		where p.erased_at is null and (lower(p.email) = any($1::text[]) or held."partnerIds" is not null)`,
		[emails, partnerIds],
	);
	return sought.map(({ name, email, partnerIds }) => {
		const byAddress = known.filter((person) => email !== null && person.email === email.toLowerCase());
		if (byAddress.length > 0) return byAddress;
		const isThere = (ids: readonly string[] | null) => ids?.some((id) => partnerIds.includes(id)) ?? false;
		return known.filter(
			(person) =>
				person.name === name && isThere(person.partnerIds) && (email === null || person.email === null),
		);
	});
}

/** Brings persons in line with the facts; those without an id are new. Gives their ids, in order. */
export async function recordPersons(
	{ em }: Transaction,
	facts: readonly PersonFacts[],
): Promise<{ readonly ids: readonly string[]; readonly report: RecordReport }> {
	const existing = await em.find(PersonEntity, { id: { $in: facts.flatMap(({ id }) => id ?? []) } });
	const ids = facts.map(({ id }) => id ?? randomUUID());
	const { report } = await recordRows(
		em,
		{
			kind: "person",
			entity: PersonEntity,
			keyOf: ({ id }) => String(id),
			nameOf: ({ name, email }) => (email ? `${name} <${email}>` : String(name)),
		},
		existing,
		facts.map(({ language, ...fact }, place) => ({
			...fact,
			id: ids[place] as string,
			language: language ?? undefined,
		})),
	);
	return { ids, report };
}

/** Gives the roles that are not held yet, and tells nobody. */
export async function recordRoles(
	{ em }: Transaction,
	roles: readonly (NewRole & { readonly name: string })[],
): Promise<RecordReport> {
	const keyOf = (role: Partial<Record<keyof NewRole, string | null>>) =>
		[role.personId, role.role, role.networkId, role.partnerId, role.sessionId]
			.map((part) => part ?? "")
			.join();
	const names = new Map(roles.map((role) => [keyOf(role), `${role.role} of ${role.name}`]));
	const held = await em.find(RoleAssignmentEntity, {
		personId: { $in: roles.map(({ personId }) => personId) },
	});
	const { report } = await recordRows(
		em,
		{
			kind: "role",
			entity: RoleAssignmentEntity,
			keyOf: (row) => keyOf(row as never),
			nameOf: (row) => names.get(keyOf(row as never)) ?? "",
		},
		held.filter((row) => names.has(keyOf(row as never))),
		roles.map(({ name: _name, ...role }) => role),
	);
	return report;
}
