import { randomUUID } from "node:crypto";
import { type CountResult, count, optionsOf, type PollMethod } from "@crossroads/shared";
import { expect, test } from "vitest";
import { connectDatabase } from "./connectDatabase.ts";
import type { Sql } from "./Database.ts";
import { migrateDatabase } from "./migrateDatabase.ts";
import { migrations } from "./migrations/index.ts";
import { describeWithDatabase } from "./testing/testDatabase.ts";

/** Databases of before, brought to the newest tables. */
describeWithDatabase("migrations", [], (database) => {
	/** Does something in a database of so many migrations, brings it to the newest tables, and looks. */
	async function carriedOver<T>(
		already: number,
		fill: (before: Sql) => Promise<T>,
		look: (now: Sql, filled: T) => Promise<void>,
	) {
		const url = new URL(database().url);
		url.pathname = `${url.pathname}_before`;
		await database().query(`create database "${url.pathname.slice(1)}"`);
		await migrateDatabase(url.href, migrations.slice(0, already));
		const sql = await connectDatabase({ url: url.href, entities: [] });
		const filled = await fill(sql);
		expect((await migrateDatabase(url.href)).length).toBe(migrations.length - already);
		await look(sql, filled);
		await sql.close();
		await database().query(`drop database "${url.pathname.slice(1)}" with (force)`);
	}

	test("[V15] polls and ballots of before are carried over, and counted", () =>
		carriedOver(1, votedOn, async (before, { pollId, ids }) => {
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
		}));

	test("[V9] decided polls of before have the count that they would have now, and who was there", () =>
		carriedOver(3, decidedBefore, async (now, expected) => {
			const rows = await now.query<{ count: unknown }>("select count, rule from poll order by created_at");
			expect(rows).toEqual(expected.map((count) => ({ count, rule: {} })));
			const attendance = `select entitled, entitled_cities, entitled_weight, present, present_cities,
				present_at_closing, cities_at_closing from poll`;
			for (const row of await now.query(attendance))
				expect(row).toEqual({
					entitled: 7,
					entitled_cities: 1,
					entitled_weight: 7,
					present: 4,
					present_cities: 1,
					present_at_closing: null,
					cities_at_closing: null,
				});
		}));
});

/** Polls that were closed before counts were kept; gives what each is to be counted as, in their order. */
async function decidedBefore(sql: Sql): Promise<CountResult[]> {
	const { pollId: model } = await electedIn(sql);
	const polls: [PollMethod, readonly (readonly [string, number][])[]][] = [
		["YES_NO_ABSTAIN", [[["YES", 1]], [["ABSTAIN", 1]], [["YES", 1]]]],
		["YES_NO_ABSTAIN", [[["YES", 1]], [["NO", 1]]]],
		["SINGLE_CHOICE", [[["B", 1]], [["C", 1]], []]],
		[
			"SCORE",
			[
				[
					["A", 5],
					["B", 2],
				],
				[["B", 4]],
				[],
			],
		],
		["DOTS", []],
	];
	const electors = await sql.query<{ id: string }>("select person_id as id from elector where poll_id = $1", [
		model,
	]);
	for (const [place, [method, answers]] of polls.entries()) {
		const options = method === "YES_NO_ABSTAIN" ? [] : ["x", "y", "z"];
		const [poll] = await sql.query<{ id: string }>(
			`insert into poll (session_id, question, state, entitled, result, method, options, created_at)
				select session_id, question, 'CLOSED', 7, result, $2, $3::jsonb, now() + make_interval(secs => $4) from poll
				where id = $1 returning id`,
			[model, method, JSON.stringify(options), place],
		);
		await sql.query(
			"insert into elector select $2, person_id, partner_id, stakeholder_group from elector where poll_id = $1",
			[model, poll?.id],
		);
		for (const [voter, marks] of answers.entries())
			await sql.query(
				`insert into ballot (poll_id, person_id, answer, receipt, idempotency_key, cast_at)
					values ($1, $2, $3::jsonb, 'R', gen_random_uuid(), now())`,
				[poll?.id, electors[voter]?.id, JSON.stringify(answerOf(marks))],
			);
	}
	await sql.query("delete from poll_turnout where poll_id = $1", [model]);
	await sql.query("delete from elector where poll_id = $1", [model]);
	await sql.query("delete from poll where id = $1", [model]);
	return polls.map(([method, answers]) => {
		const settings = { method, options: optionsOf(method, ["x", "y", "z"]) };
		const ballots = answers.map((marks) => ({ answer: answerOf(marks), weight: 1 }));
		return count(settings, ballots, "0");
	});
}

function answerOf(marks: readonly (readonly [string, number])[]) {
	return { marks: marks.map(([option, value]) => ({ option, value })) };
}

/** A poll with four electors, of whom three have voted, in the first migration's tables. */
async function votedOn(sql: Sql): Promise<{ pollId: string; ids: string[] }> {
	const { pollId, ids } = await electedIn(sql);
	for (const [n, choice] of ["YES", "NO", "YES"].entries()) {
		await sql.query(
			`insert into ballot (poll_id, person_id, choice, receipt, idempotency_key, cast_at)
				values ($1, $2, $3, $4, $5, now())`,
			[pollId, ids[n], choice, `R${n}`, randomUUID()],
		);
	}
	return { pollId, ids };
}

/** A poll with four electors. */
async function electedIn(sql: Sql): Promise<{ pollId: string; ids: string[] }> {
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
	return { pollId, ids };
}
