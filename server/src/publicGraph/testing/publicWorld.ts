import type { CountResult } from "@crossroads/shared";
import type { GraphQLSchema } from "graphql";
import { graphql } from "graphql";
import type { Database, Sql } from "../../database/index.ts";
import { createNetworkRoom } from "../../network/index.ts";
import { buildTestSchema } from "../../voting/testing/buildTestSchema.ts";
import {
	insert,
	type RecordedPlace,
	recordDelegate,
	recordPlace,
	recordTabled,
} from "../../voting/testing/pollRecords.ts";
import { publicResolvers } from "../graphql/index.ts";
import { createPublicGraphRoom, type PublicGraphRoom } from "../index.ts";

/** The public graph over a database, with its statements counted. */
export interface PublicGraph {
	readonly room: PublicGraphRoom;
	readonly schema: GraphQLSchema;
	readonly statements: string[];
	// biome-ignore lint/suspicious/noExplicitAny: answers are looked into
	ask(source: string, variables?: Record<string, unknown>): Promise<{ data?: any; errors?: readonly any[] }>;
}

/** Builds it. `change` may alter each statement: with it a guard is switched off. */
export async function aPublicGraph(
	database: Database,
	change: (text: string) => string = (text) => text,
): Promise<PublicGraph> {
	const statements: string[] = [];
	const query: Sql["query"] = (text, values) => {
		statements.push(text);
		return database.query(change(text), values);
	};
	const counted = { query } as Database;
	const room = createPublicGraphRoom({
		database: counted,
		network: createNetworkRoom({ database: counted }),
	});
	const schema = await buildTestSchema(publicResolvers(room));
	return {
		room,
		schema,
		statements,
		async ask(source, variableValues) {
			statements.length = 0;
			const { data, errors } = await graphql({
				schema,
				source,
				variableValues: variableValues ?? {},
				contextValue: {},
			});
			return {
				data: JSON.parse(JSON.stringify(data ?? null)),
				errors: errors?.map((error) => error.toJSON()) ?? [],
			};
		},
	};
}

/** What must not be found by any path, by the row that holds it. */
export interface Secrets {
	readonly texts: readonly string[];
	readonly ids: Readonly<Record<string, string>>;
}

/** Fills a place with what is public, and with what is not: every private text begins with SECRET. */
export async function recordPublicAndPrivate(
	sql: Sql,
	cities = 3,
): Promise<RecordedPlace & { secrets: Secrets }> {
	const place = await recordPlace(sql, cities);
	for (let city = 0; city < cities; city += 1) await recordDelegate(sql, place, city);
	await sql.query("update person set name = 'SECRET ' || id, email = 'SECRET' || id || '@example.eu'");
	await sql.query("update event set join_code = 'SECRET' || left(id::text, 8)");
	await sql.query("update membership set origin = 'SECRET origin'");
	const adopted = await recordTabled(sql, place, { state: "ADOPTED", title: "Adopted text" });
	const tabled = await recordTabled(sql, place, { state: "TABLED", title: "Tabled text" });
	const ids: Record<string, string> = {};
	for (const state of ["DRAFT", "REVIEW", "WITHDRAWN"]) ids[state] = await recordUntabled(sql, place, state);
	const poll = pollWriter(sql, place);
	const decided = await poll("Public question", "PUBLISHED", true, adopted.versionId);
	await sql.query(
		`insert into recommendation_transition (recommendation_id, from_state, to_state, at, person_id, version_id, poll_id)
			values ($1, null, 'DRAFT', now(), $2, null, null), ($1, 'DRAFT', 'REVIEW', now(), $2, null, null),
				($1, 'REVIEW', 'TABLED', now(), $2, $3, null), ($1, 'TABLED', 'ADOPTED', now(), $2, $3, $4)`,
		[adopted.recommendationId, place.facilitatorId, adopted.versionId, decided],
	);
	await poll("Closed question", "CLOSED", true, tabled.versionId);
	ids.prepared = await poll("SECRET prepared", "PREPARED", true, tabled.versionId);
	ids.closedPrivate = await poll("SECRET not public", "CLOSED", false, tabled.versionId);
	ids.publishedPrivate = await poll("SECRET not public either", "PUBLISHED", false, null);
	await poll("Open question", "OPEN", true, null);
	await recordInitiatives(sql, place, adopted.recommendationId);
	return { ...place, secrets: { texts: ["SECRET", "REVIEW", "DRAFT", "PREPARED"], ids } };
}

function recordUntabled(sql: Sql, { networkId, themeId }: RecordedPlace, state: string): Promise<string> {
	return insert(
		sql,
		`insert into recommendation (network_id, theme_id, number, title, state)
			values ($1, $2, (select 1 + count(*) from recommendation where network_id = $1), $3, $4) returning id`,
		[networkId, themeId, `SECRET ${state}`, state],
	);
}

/** Writes polls of three electors, who have voted once the poll was opened. */
function pollWriter(sql: Sql, place: RecordedPlace) {
	return async (question: string, state: string, isPublic: boolean, versionId: string | null) => {
		const rules = [{ kind: "MAJORITY_OF_PERSONS", isMet: true, have: 99_991, of: 99_992, needed: 2 }];
		const count: CountResult = {
			method: "YES_NO_ABSTAIN",
			winners: ["YES"],
			isTie: false,
			ranking: [["YES"], ["NO"]],
			cast: 99_993,
			abstained: 0,
			working: { kind: "SUMS", sums: [], reasons: [] },
		};
		const id = await insert(
			sql,
			`insert into poll (session_id, question, state, is_public, recommendation_version_id, entitled, opened_at, result, count)
				values ($1, $2, $3, $4, $5, 6, case when $3 <> 'PREPARED' then now() end,
					case when $3 in ('CLOSED', 'PUBLISHED') then $6::jsonb end,
					case when $3 in ('CLOSED', 'PUBLISHED') then $7::jsonb end) returning id`,
			[
				place.sessionId,
				question,
				state,
				isPublic,
				versionId,
				JSON.stringify({ isAdopted: true, winners: [], rules }),
				JSON.stringify(count),
			],
		);
		if (state === "PREPARED") return id;
		await sql.query(
			`insert into elector select $1, m.person_id, m.partner_id, m.stakeholder_group from delegate d
				join membership m on m.id = d.membership_id where d.event_id = $2`,
			[id, place.eventId],
		);
		await sql.query(
			`insert into ballot (poll_id, person_id, answer, receipt, idempotency_key, cast_at)
				select $1, person_id, '{"marks":[{"option":"YES","value":1}]}', 'SECRET receipt', gen_random_uuid(), now() from elector where poll_id = $1`,
			[id],
		);
		return id;
	};
}

async function recordInitiatives(sql: Sql, place: RecordedPlace, recommendationId: string): Promise<void> {
	for (const [number, partnerId] of place.partnerIds.entries()) {
		const initiativeId = await insert(
			sql,
			"insert into initiative (partner_id, theme_id, title) values ($1, $2, $3) returning id",
			[partnerId, place.themeId, `Initiative ${number}`],
		);
		await sql.query("insert into review (initiative_id, tried, is_recommended) values ($1, 'A dinner', $2)", [
			initiativeId,
			number === 0,
		]);
		const findingId = await insert(
			sql,
			"insert into finding (theme_id, partner_id, initiative_id, text) values ($1, $2, $3, 'Dinners help') returning id",
			[place.themeId, partnerId, initiativeId],
		);
		await sql.query(
			"insert into recommendation_basis (recommendation_id, initiative_id, finding_id) values ($1, $2, null), ($1, null, $3)",
			[recommendationId, initiativeId, findingId],
		);
	}
}
