import { createHash, randomBytes, randomUUID } from "node:crypto";
import type { Client } from "pg";

/** Somebody who is checked in, with the cookie of a browser that is signed in. */
export interface StagedDelegate {
	readonly personId: string;
	/** `name=value`, as the header Cookie holds it. */
	readonly cookie: string;
}

const GROUPS = ["CITIZENS", "CIVIL_SOCIETY", "AUTHORITIES_AND_EXPERTS"];

/** Name of the sign-in cookie outside production. */
const COOKIE = "crossroads";

const PERSONS = `insert into person (id, name, is_demonstration)
	select id, 'Delegate ' || n, true from unnest($1::uuid[]) with ordinality as given (id, n)`;

const MEMBERSHIPS = `insert into membership (partner_id, person_id, stakeholder_group, joined_on)
	select partner_id, person_id, stakeholder_group, current_date - 30
	from unnest($1::uuid[], $2::uuid[], $3::text[]) as given (person_id, partner_id, stakeholder_group)`;

const DELEGATES = `insert into delegate (event_id, membership_id, badge_code)
	select s.event_id, m.id, lpad((given.n % 10000)::text, 4, '0')
	from unnest($1::uuid[]) with ordinality as given (person_id, n)
	join membership m on m.person_id = given.person_id
	cross join (select event_id from session where id = $2) s`;

const PRESENCES = `insert into presence (session_id, person_id, delegate_id, checked_in_at)
	select $2, m.person_id, d.id, now() from delegate d join membership m on m.id = d.membership_id
	where m.person_id = any($1::uuid[])`;

const SIGN_INS = `insert into sign_in (person_id, token_hash, created_at, last_seen_at, expires_at, user_agent)
	select person_id, token_hash, now(), now(), now() + interval '1 day', 'stage'
	from unnest($1::uuid[], $2::bytea[]) as given (person_id, token_hash)`;

/**
 * Enters so many delegates of the session's event, in turn for every city of its network and for the three groups of
 * stakeholders, checks them in and signs each of them in. One transaction. As in the real tables, of a token only its
 * sha-256 is stored.
 */
export async function enterDelegates(
	sql: Client,
	sessionId: string,
	count: number,
): Promise<StagedDelegate[]> {
	const partnerIds = await partnersOf(sql, sessionId);
	const tokens = Array.from({ length: count }, () => randomBytes(32).toString("base64url"));
	const personIds = tokens.map(() => randomUUID());
	const partners = personIds.map((_, place) => partnerIds[place % partnerIds.length]);
	const groups = personIds.map((_, place) => GROUPS[Math.floor(place / partnerIds.length) % GROUPS.length]);
	const hashes = tokens.map((token) => createHash("sha256").update(token).digest());
	await sql.query("begin");
	await sql.query(PERSONS, [personIds]);
	await sql.query(MEMBERSHIPS, [personIds, partners, groups]);
	await sql.query(DELEGATES, [personIds, sessionId]);
	await sql.query(PRESENCES, [personIds, sessionId]);
	await sql.query(SIGN_INS, [personIds, hashes]);
	await sql.query("commit");
	await sql.query("analyze");
	return personIds.map((personId, place) => ({ personId, cookie: `${COOKIE}=${tokens[place]}` }));
}

async function partnersOf(sql: Client, sessionId: string): Promise<string[]> {
	const { rows } = await sql.query<{ id: string }>(
		`select p.id from session s join event e on e.id = s.event_id join activity a on a.id = e.activity_id
			join partner p on p.network_id = a.network_id where s.id = $1 order by p.ordinal`,
		[sessionId],
	);
	return rows.map(({ id }) => id);
}

/** Adds empty drafts, in languages that do not exist, beside the given one. Gives their ids. */
export async function enterDrafts(sql: Client, besides: string, count: number): Promise<string[]> {
	const { rows } = await sql.query<{ id: string }>(
		`insert into draft (recommendation_id, language)
		select d.recommendation_id, 'x-' || left(gen_random_uuid()::text, 8)
		from draft d cross join generate_series(1, $2) where d.id = $1 returning id`,
		[besides, count],
	);
	return rows.map(({ id }) => id);
}
