import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { connectDatabase } from "./connectDatabase.ts";
import type { Sql } from "./Database.ts";
import { migrateDatabase } from "./migrateDatabase.ts";
import { migrations } from "./migrations/index.ts";
import { describeWithDatabase } from "./testing/testDatabase.ts";

/** Databases of before, brought to the newest tables. */
describeWithDatabase("migrations", [], (database) => {
	test("[V15] polls and ballots of before are carried over, and counted", async () => {
		const url = new URL(database().url);
		url.pathname = `${url.pathname}_before`;
		await database().query(`create database "${url.pathname.slice(1)}"`);
		await migrateDatabase(url.href, migrations.slice(0, 1));
		const before = await connectDatabase({ url: url.href, entities: [] });
		const { pollId, ids } = await votedOn(before);

		expect((await migrateDatabase(url.href)).length).toBe(migrations.length - 1);
		expect(await before.query("select method, options, settings, result from poll")).toEqual([
			{
				method: "YES_NO_ABSTAIN",
				options: [],
				settings: {},
				result: { isAdopted: true, rules: [], winners: [] },
			},
		]);
		const ballots = await before.query(
			"select person_id as id, answer, receipt from ballot order by receipt",
		);
		const answer = (option: string) => ({ marks: [{ option, value: 1 }] });
		expect(ballots).toEqual(
			["YES", "NO", "YES"].map((choice, n) => ({ id: ids[n], answer: answer(choice), receipt: `R${n}` })),
		);
		const turnout =
			"select stakeholder_group as g, electors, ballots from poll_turnout where poll_id = $1 order by g";
		expect(await before.query(turnout, [pollId])).toEqual([
			{ g: "CITIZENS", electors: 3, ballots: 2 },
			{ g: "CIVIL_SOCIETY", electors: 1, ballots: 1 },
		]);
		const counts = `select stakeholder_group as g, option, value, ballots, weight from poll_count
			where poll_id = $1 order by g, option`;
		expect(await before.query(counts, [pollId])).toEqual([
			{ g: "CITIZENS", option: "NO", value: 1, ballots: 1, weight: 1 },
			{ g: "CITIZENS", option: "YES", value: 1, ballots: 1, weight: 1 },
			{ g: "CIVIL_SOCIETY", option: "YES", value: 1, ballots: 1, weight: 1 },
		]);
		await before.close();
		await database().query(`drop database "${url.pathname.slice(1)}" with (force)`);
	});
});

/** A poll with four electors, of whom three have voted, in the first migration's tables. */
async function votedOn(sql: Sql): Promise<{ pollId: string; ids: string[] }> {
	const insert = async (text: string, values: readonly unknown[] = []) => {
		const [row] = await sql.query<{ id: string }>(`${text} returning id`, values);
		return row?.id as string;
	};
	const networkId = await insert("insert into network (code, name) values ('N', 'Net')");
	const partnerId = await insert(
		`insert into partner (network_id, code, role, name, city, country, ordinal)
			values ($1, 'p', 'LEAD', 'Partner', 'City', 'BE', 0)`,
		[networkId],
	);
	const activityId = await insert(
		"insert into activity (network_id, ordinal, kind, title) values ($1, 1, 'TRANSNATIONAL', 'Meeting')",
		[networkId],
	);
	const eventId = await insert("insert into event (activity_id, place) values ($1, 'Hall')", [activityId]);
	const sessionId = await insert(
		"insert into session (event_id, kind, title, ordinal) values ($1, 'PLENARY', 'Plenary', 1)",
		[eventId],
	);
	const pollId = await insert(
		`insert into poll (session_id, question, state, result) values ($1, 'Do we?', 'CLOSED', $2::jsonb)`,
		[sessionId, JSON.stringify({ isAdopted: true, rules: [] })],
	);
	const ids: string[] = [];
	for (const group of ["CITIZENS", "CITIZENS", "CIVIL_SOCIETY", "CITIZENS"]) {
		const id = await insert("insert into person (name) values ('Somebody')");
		ids.push(id);
		await sql.query(
			"insert into elector (poll_id, person_id, partner_id, stakeholder_group) values ($1, $2, $3, $4)",
			[pollId, id, partnerId, group],
		);
	}
	for (const [n, choice] of ["YES", "NO", "YES"].entries()) {
		await sql.query(
			`insert into ballot (poll_id, person_id, choice, receipt, idempotency_key, cast_at)
				values ($1, $2, $3, $4, $5, now())`,
			[pollId, ids[n], choice, `R${n}`, randomUUID()],
		);
	}
	return { pollId, ids };
}
