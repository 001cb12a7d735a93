import { randomUUID } from "node:crypto";
import type { PollState } from "@crossroads/shared";
import type { Sql } from "../../database/index.ts";
import type { Ballot } from "../domain/Poll.ts";

/** A network of ten cities with a session of a transnational event, in the database. */
export interface RecordedPlace {
	readonly networkId: string;
	readonly themeId: string;
	readonly eventId: string;
	readonly sessionId: string;
	readonly partnerIds: readonly string[];
	readonly facilitatorId: string;
}

const GROUPS = ["CITIZENS", "CIVIL_SOCIETY", "AUTHORITIES_AND_EXPERTS"];

/** Writes a network, an event and a session. */
export async function recordPlace(sql: Sql, cities = 10): Promise<RecordedPlace> {
	const code = randomUUID();
	const networkId = await insert(sql, "insert into network (code, name) values ($1, 'Net') returning id", [
		code,
	]);
	const themeId = await insert(
		sql,
		"insert into theme (network_id, code, ordinal, title) values ($1, 't', 1, 'Theme') returning id",
		[networkId],
	);
	const partnerIds: string[] = [];
	for (let city = 0; city < cities; city += 1) partnerIds.push(await recordPartner(sql, networkId, city));
	const activityId = await insert(
		sql,
		`insert into activity (network_id, ordinal, kind, title, theme_id, host_partner_id)
			values ($1, 1, 'TRANSNATIONAL', 'Meeting', $2, $3) returning id`,
		[networkId, themeId, partnerIds[0]],
	);
	const eventId = await insert(
		sql,
		"insert into event (activity_id, place) values ($1, 'Hall') returning id",
		[activityId],
	);
	const sessionId = await insert(
		sql,
		"insert into session (event_id, kind, title, ordinal) values ($1, 'PLENARY', 'Plenary', 1) returning id",
		[eventId],
	);
	const facilitatorId = await recordPerson(sql, "Fay Facilitator");
	await sql.query(
		"insert into role_assignment (person_id, role, session_id) values ($1, 'FACILITATOR', $2)",
		[facilitatorId, sessionId],
	);
	return { networkId, themeId, eventId, sessionId, partnerIds, facilitatorId };
}

/** Writes a delegate of the city with that place in the list; checks in unless told not to. Gives the person's id. */
export async function recordDelegate(
	sql: Sql,
	place: RecordedPlace,
	city: number,
	{ isPresent = true, group = GROUPS[city % 3] as string } = {},
): Promise<string> {
	const personId = await recordPerson(sql, `Delegate ${randomUUID()}`);
	const membershipId = await insert(
		sql,
		`insert into membership (partner_id, person_id, stakeholder_group, joined_on)
			values ($1, $2, $3, '2026-01-01') returning id`,
		[place.partnerIds[city], personId, group],
	);
	const delegateId = await insert(
		sql,
		"insert into delegate (event_id, membership_id, badge_code) values ($1, $2, '1234') returning id",
		[place.eventId, membershipId],
	);
	if (isPresent) {
		await sql.query(
			"insert into presence (session_id, person_id, delegate_id, checked_in_at) values ($1, $2, $3, now())",
			[place.sessionId, personId, delegateId],
		);
	}
	return personId;
}

/** Writes a poll in that state, with electors who are nobody's delegates. */
export async function recordPoll(
	sql: Sql,
	place: RecordedPlace,
	wish: {
		state: PollState;
		allowsBallotChange?: boolean;
		electors?: number;
		isPublic?: boolean;
		isRepresented?: boolean;
	},
): Promise<{ pollId: string; electors: string[] }> {
	if (wish.state === "OPEN") await endOpenPolls(sql, place);
	const pollId = await insert(
		sql,
		`insert into poll (session_id, question, state, allows_ballot_change, is_public, entitled, opened_at)
			values ($1, 'Do we?', $2, $3, $4, 30, now()) returning id`,
		[place.sessionId, wish.state, wish.allowsBallotChange ?? false, wish.isPublic ?? true],
	);
	const rows = await sql.query<{ id: string }>(
		"insert into person (name) select 'Elector ' || n from generate_series(1, $1::int) n returning id",
		[wish.electors ?? 0],
	);
	const electors = rows.map(({ id }) => id);
	await sql.query(
		`insert into elector (poll_id, person_id, partner_id, stakeholder_group)
			select $1, e.id, ($3::uuid[])[1 + (e.n - 1) % cardinality($3::uuid[])], ($4::text[])[1 + (e.n - 1) % 3]
			from unnest($2::uuid[]) with ordinality as e (id, n)`,
		[pollId, electors, place.partnerIds, GROUPS],
	);
	if (wish.isRepresented)
		await sql.query("update elector set proxy_id = $2 where poll_id = $1 and person_id <> $2", [
			pollId,
			electors[0],
		]);
	return { pollId, electors };
}

/** Writes a secret poll in that state with an empty box, in parts by partner if told so. Its key is nobody's. */
export async function recordSecretPoll(
	sql: Sql,
	place: RecordedPlace,
	{ isByPartner = false, ...wish }: { state: PollState; electors: number; isByPartner?: boolean },
): Promise<{ pollId: string; electors: string[] }> {
	const poll = await recordPoll(sql, place, wish);
	await sql.query("update poll set secrecy = 'SECRET', needs_majority_of_cities = $2 where id = $1", [
		poll.pollId,
		isByPartner,
	]);
	await sql.query(
		"insert into poll_box (poll_id, holder, public_key, needed) values ($1, 'SERVER', repeat('A', 43), 0)",
		[poll.pollId],
	);
	await sql.query(
		`insert into sealed_box (poll_id, part, partner_id)
			select distinct $1::uuid, coalesce(partner::text, 'all'), partner
			from (select case when $2 then partner_id end as partner from elector where poll_id = $1) electors`,
		[poll.pollId, isByPartner],
	);
	return poll;
}

/** What lies in the box, as the domain writes it. */
export async function ballotsIn(sql: Sql, pollId: string): Promise<Ballot[]> {
	const rows = await sql.query<Ballot & { parts: Ballot["parts"] | null }>(
		`select poll_id as "pollId", person_id as "personId", answer, parts, receipt, idempotency_key as "idempotencyKey",
			cast_at as "castAt", changed_at as "changedAt" from ballot where poll_id = $1`,
		[pollId],
	);
	return rows.map(({ parts, ...ballot }) => (parts ? { ...ballot, parts } : ballot));
}

/** Moves a poll under its lock, as the actions do. */
export async function movePoll(sql: Sql, pollId: string, state: PollState): Promise<void> {
	await sql.query("update poll set state = $2, version = version + 1 where id = $1", [pollId, state]);
}

/** A session has one open poll: the tests' polls follow each other. */
async function endOpenPolls(sql: Sql, { sessionId }: RecordedPlace): Promise<void> {
	await sql.query("update poll set state = 'CLOSED' where session_id = $1 and state = 'OPEN'", [sessionId]);
}

async function recordPartner(sql: Sql, networkId: string, place: number): Promise<string> {
	return insert(
		sql,
		`insert into partner (network_id, code, role, name, city, country, ordinal)
			values ($1, $2, 'CORE', 'Partner ' || $2, 'City ' || $2, 'BE', $3) returning id`,
		[networkId, `p${place}`, place],
	);
}

function recordPerson(sql: Sql, name: string): Promise<string> {
	return insert(sql, "insert into person (name) values ($1) returning id", [name]);
}

/** Runs an insert that returns the id. */
export async function insert(sql: Sql, text: string, values: readonly unknown[]): Promise<string> {
	const [row] = await sql.query<{ id: string }>(text, values);
	if (!row) throw new Error("an insert gave no row");
	return row.id;
}

/** Writes a tabled recommendation with one version, on the session's agenda unless told not to; gives both ids. */
export async function recordTabled(
	sql: Sql,
	place: RecordedPlace,
	{ state = "TABLED", title = "A tabled text", isDemonstration = false, isOnAgenda = true } = {},
): Promise<{ recommendationId: string; versionId: string }> {
	const recommendationId = await insert(
		sql,
		`insert into recommendation (network_id, theme_id, number, title, state, is_demonstration)
			values ($1, $2, (select 1 + count(*) from recommendation where network_id = $1), $3, $4, $5) returning id`,
		[place.networkId, place.themeId, title, state, isDemonstration],
	);
	const document = {
		type: "doc",
		content: [{ type: "paragraph", content: [{ type: "text", text: "We recommend." }] }],
	};
	const versionId = await insert(
		sql,
		`insert into recommendation_version
				(recommendation_id, number, language, title, document, text, content_hash, frozen_at, frozen_by)
			values ($1, 1, 'en', $2, $3::jsonb, 'We recommend.', 'hash', now(), $4) returning id`,
		[recommendationId, title, JSON.stringify(document), place.facilitatorId],
	);
	if (isOnAgenda)
		await sql.query(
			`insert into agenda_item (session_id, ordinal, kind, title, recommendation_id)
				select $1, coalesce(max(ordinal), -1) + 1, 'DECISION', $3, $2 from agenda_item where session_id = $1`,
			[place.sessionId, recommendationId, title],
		);
	return { recommendationId, versionId };
}
