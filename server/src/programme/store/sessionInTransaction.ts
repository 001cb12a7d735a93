import type { Headcount, StakeholderGroup } from "@crossroads/shared";
import type { Sql, Transaction } from "../../database/index.ts";
import { inserted, placeAfterCurrent } from "../domain/agendaOrder.ts";
import { lockSession } from "./PgSessionDesk.ts";

/** A delegate of a session's event, as a poll's electorate needs it. */
export interface PresentDelegate {
	readonly personId: string;
	readonly partnerId: string;
	readonly group: StakeholderGroup;
}

/**
 * [A10] Who is present in a session, one row a person. Inside a transaction that has taken the session's lock it is
 * final for that transaction: check-ins wait. Outside it takes no lock.
 */
export function presentDelegates(sql: Sql, sessionId: string): Promise<PresentDelegate[]> {
	return sql.query<PresentDelegate>(
		`select pr.person_id as "personId", m.partner_id as "partnerId", m.stakeholder_group as "group"
		from presence pr join delegate d on d.id = pr.delegate_id join membership m on m.id = d.membership_id
		where pr.session_id = $1 and pr.checked_out_at is null order by pr.person_id`,
		[sessionId],
	);
}

/** Who is on the list of the session's event, one row a person; of several places on it, the first. */
export function entitledDelegates(sql: Sql, sessionId: string): Promise<PresentDelegate[]> {
	return sql.query<PresentDelegate>(
		`select distinct on (m.person_id) m.person_id as "personId", m.partner_id as "partnerId",
			m.stakeholder_group as "group"
		from session s join delegate d on d.event_id = s.event_id join membership m on m.id = d.membership_id
		where s.id = $1 order by m.person_id, d.id`,
		[sessionId],
	);
}

/**
 * Raises the version of every session whose agenda names the recommendation and takes their locks, by id; gives the
 * ids. The caller has locked the recommendation: no agenda begins to name it meanwhile (`PgSessionDesk`).
 */
export async function touchSessionsNaming(tx: Transaction, recommendationId: string): Promise<string[]> {
	const rows = await tx.query<{ id: string }>(
		`select id from session where id in (select session_id from agenda_item where recommendation_id = $1)
		order by id for no key update`,
		[recommendationId],
	);
	const ids = rows.map(({ id }) => id);
	await tx.query("update session set version = version + 1 where id = any($1::uuid[])", [ids]);
	return ids;
}

/** How many delegates are on the list of the session's event, of how many cities: those of whom a quorum is counted. */
export async function entitledCounts(sql: Sql, sessionId: string): Promise<Headcount> {
	const [row] = await sql.query<Headcount>(
		`select count(*)::int as persons, count(distinct m.partner_id)::int as cities
		from session s join delegate d on d.event_id = s.event_id join membership m on m.id = d.membership_id
		where s.id = $1`,
		[sessionId],
	);
	return row ?? { persons: 0, cities: 0 };
}

/**
 * [A11] Names a recommendation on a session's agenda, in the caller's transaction, and raises the session's version:
 * the item that names it already, else a new item of kind DECISION directly after the current one. Gives the item's
 * id; null: no such session. Takes the session's lock, so the caller has locked the recommendation before, and
 * announces `session:<id>` after the commit.
 */
export async function placeOnAgenda(
	tx: Transaction,
	sessionId: string,
	recommendationId: string,
	title: string,
): Promise<string | null> {
	const session = await lockSession(tx, sessionId);
	if (!session) return null;
	await session.raiseVersion();
	const { agenda, facts } = session;
	const existing = await agenda.itemNaming(recommendationId);
	if (existing) return existing;
	const order = await agenda.order();
	const id = await agenda.add({ kind: "DECISION", title, minutes: null, recommendationId });
	await agenda.arrange(inserted(order, id, placeAfterCurrent(order, facts.currentItemId)));
	return id;
}
