import { type Database, isUniqueViolation } from "../../database/index.ts";
import type { DemoPerson, NewPerson, NewRole, Person, PersonRegister } from "../ports.ts";
import { PersonEntity, RoleAssignmentEntity } from "./entities.ts";

/** Persons and their roles in PostgreSQL. */
export class PgPersonRegister implements PersonRegister {
	readonly #database: Database;

	constructor(database: Database) {
		this.#database = database;
	}

	personsOf(ids: readonly string[]): Promise<Person[]> {
		return this.#database.query<Person>(
			`select id, name, language, is_demonstration as "isDemonstration"
			from person where id = any($1::uuid[]) and erased_at is null`,
			[ids],
		);
	}

	/** Reads tables of other rooms below this one, without changing them: city and group are shown in the list. */
	demoPersons(): Promise<DemoPerson[]> {
		return this.#database.query<DemoPerson>(
			`select p.id, p.name, partner.city, partner.code as "partnerCode",
				m.stakeholder_group as "group", coalesce(held.roles, '{}') as roles
			from person p
			left join lateral (
				select array_agg(distinct role order by role) as roles, (array_agg(partner_id) filter (where partner_id is not null))[1] as partner_id
				from person_role where person_id = p.id
			) held on true
			left join lateral (
				select stakeholder_group from membership
				where person_id = p.id and left_on is null order by joined_on, id limit 1
			) m on true
			left join partner on partner.id = held.partner_id
			where p.is_demonstration and p.erased_at is null
			order by partner.ordinal nulls first, p.name, p.id`,
		);
	}

	async addPerson(person: NewPerson): Promise<string> {
		const em = this.#database.fork();
		const entity = em.create(PersonEntity, { ...person, email: person.email?.trim() ?? null });
		try {
			await em.flush();
			return entity.id;
		} catch (fault) {
			if (!isUniqueViolation(fault, "person_email_key")) throw fault;
			return this.#idByEmail(person.email ?? "");
		}
	}

	async #idByEmail(email: string): Promise<string> {
		const [known] = await this.#database.query<{ id: string }>(
			"select id from person where lower(email) = lower($1)",
			[email.trim()],
		);
		if (!known) throw new Error("a person with this e-mail address vanished while being entered");
		return known.id;
	}

	async assignRole(role: NewRole): Promise<boolean> {
		const em = this.#database.fork();
		em.create(RoleAssignmentEntity, role);
		try {
			await em.flush();
			return true;
		} catch (fault) {
			if (isUniqueViolation(fault)) return false;
			throw fault;
		}
	}
}
