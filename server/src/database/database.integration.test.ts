import { randomBytes } from "node:crypto";
import { defineEntity, p } from "@mikro-orm/core";
import { expect, test, vi } from "vitest";
import { connectDatabase } from "./connectDatabase.ts";
import { isUnavailable, isUniqueViolation } from "./errors.ts";
import { migrateDatabase } from "./migrateDatabase.ts";
import { migrations } from "./migrations/index.ts";
import { schemaDifference } from "./schemaDifference.ts";
import { createTestDatabase, describeWithDatabase } from "./testing/testDatabase.ts";
import { withAdvisoryLock } from "./withAdvisoryLock.ts";

const NetworkSchema = defineEntity({
	name: "Network",
	tableName: "network",
	properties: {
		id: p.uuid().primary().defaultRaw("gen_random_uuid()"),
		code: p.text(),
		name: p.text(),
		startsOn: p.date().nullable(),
		aims: p.array().default([]),
	},
});
class Network extends NetworkSchema.class {}
NetworkSchema.setClass(Network);

describeWithDatabase("the database", [Network], (database) => {
	const addNetwork = (code: string) =>
		database().query("insert into network (code, name) values ($1, 'A network')", [code]);

	test("a statement of the hot path is prepared once on its connection, and only that one", async () => {
		const prepared = await database().transaction(async (tx) => {
			const text = "select $1::int + 1 as next";
			for (let at = 0; at < 5; at++)
				expect(await tx.query(text, [at], { isPrepared: true })).toEqual([{ next: at + 1 }]);
			await tx.query("select $1::int + 2 as next", [1]);
			return tx.query<{ statement: string }>("select statement from pg_prepared_statements where $1", [true]);
		});
		expect(prepared).toEqual([{ statement: "select $1::int + 1 as next" }]);
	});

	test("binds values and gives dates, arrays and buffers", async () => {
		const [row] = await database().query(
			`select $1::timestamptz as at, date '2026-11-23' as day, $2::text[] as names, $3::bytea as bytes, 7::bigint as n`,
			[new Date(0), ["a", "b"], Buffer.from([1, 2])],
		);
		const expected = {
			at: new Date(0),
			day: "2026-11-23",
			names: ["a", "b"],
			bytes: Buffer.from([1, 2]),
			n: "7",
		};
		expect(row).toEqual(expected);
	});

	test("runs several statements where no value is bound", async () => {
		await database().query("create table one (n int); insert into one values (1)");
		expect(await database().query("select n from one")).toEqual([{ n: 1 }]);
	});

	test("shares one transaction between entities and SQL", async () => {
		await database().transaction(async (tx) => {
			tx.em.create(Network, { code: "X", name: "Ex", startsOn: "2026-01-01", aims: ["a"] });
			await tx.em.flush();
			expect(await tx.query("select code from network where code = 'X'")).toEqual([{ code: "X" }]);
		});
		const found = await database().fork().findOneOrFail(Network, { code: "X" });
		expect(found).toMatchObject({ startsOn: "2026-01-01", aims: ["a"] });
	});

	test("rolls back what a failing transaction wrote", async () => {
		const failing = database().transaction(async (tx) => {
			await tx.query("insert into network (code, name) values ('Y', 'Why')");
			throw new Error("no");
		});
		await expect(failing).rejects.toThrow("no");
		expect(await database().query("select from network where code = 'Y'")).toEqual([]);
	});

	/** Two transactions that lock the same two rows in opposite order, certain to meet. */
	async function crossTwo(attempts: number) {
		const [a, b] = [randomBytes(4).toString("hex"), randomBytes(4).toString("hex")];
		await addNetwork(a);
		await addNetwork(b);
		let first = 0;
		let bothHaveOne: () => void = () => undefined;
		const met = new Promise<void>((resolve) => {
			bothHaveOne = resolve;
		});
		const crossing = (order: string[]) =>
			database().transaction(
				async (tx) => {
					await tx.query("update network set name = name || '+' where code = $1", [order[0]]);
					first += 1;
					if (first === 2) bothHaveOne();
					await met;
					await tx.query("update network set name = name || '+' where code = $1", [order[1]]);
				},
				{ attempts },
			);
		const outcomes = await Promise.allSettled([crossing([a, b]), crossing([b, a])]);
		const rows = await database().query("select name from network where code = any($1)", [[a, b]]);
		return { failed: outcomes.filter(({ status }) => status === "rejected").length, rows };
	}

	test("runs a transaction again that PostgreSQL ended for a deadlock", async () => {
		const { failed, rows } = await crossTwo(3);
		expect(failed).toBe(0);
		expect(rows).toEqual([{ name: "A network++" }, { name: "A network++" }]);
	});

	test("twin: without another attempt, one of the two fails", async () => {
		expect((await crossTwo(1)).failed).toBe(1);
	});

	test("knows a unique constraint's refusal from SQL and from entities", async () => {
		await addNetwork("twice");
		const bySql = await addNetwork("twice").catch((fault) => fault);
		const em = database().fork();
		em.create(Network, { code: "twice", name: "Again", aims: [] });
		const byEntity = await em.flush().catch((fault) => fault);
		expect([bySql, byEntity].map((fault) => isUniqueViolation(fault, "network_code_key"))).toEqual([
			true,
			true,
		]);
		expect(isUniqueViolation(bySql, "another")).toBe(false);
	});

	test("a prepared statement gives the same rows, and is planned once a connection", async () => {
		const one = await connectDatabase({ url: database().url, entities: [], poolSize: 1 });
		const text = "select $1::timestamptz as at, 7::bigint as n, '{\"a\":1}'::jsonb as json";
		const at = new Date("2026-11-23T10:00:00Z");
		const plain = await one.query(text, [at]);
		for (let run = 0; run < 3; run += 1)
			expect(await one.query(text, [at], { isPrepared: true })).toEqual(plain);
		const prepared = "select (generic_plans + custom_plans)::int as runs from pg_prepared_statements";
		expect(await one.query(prepared)).toEqual([{ runs: 3 }]);
		await one.close();
	});

	test("[D6] ends a statement that takes too long", async () => {
		const impatient = await connectDatabase({ url: database().url, entities: [], statementTimeoutMs: 50 });
		await expect(impatient.query("select pg_sleep(30)")).rejects.toMatchObject({ code: "57014" });
		await impatient.close();
	});

	/** A connection of its own that sleeps for half a minute, in a pool of one. */
	async function aSleeper() {
		const other = await connectDatabase({ url: database().url, entities: [], poolSize: 1 });
		const [row] = await other.query<{ pid: number }>("select pg_backend_pid() as pid");
		const asleep = other.query("select pg_sleep(30)").catch((fault) => fault);
		const stop = (how: string) => database().query(`select ${how}($1)`, [row?.pid]);
		return { other, asleep, stop };
	}

	test("[D5] a connection ended by the server fails its statement alone", async () => {
		const { other, asleep, stop } = await aSleeper();
		await stop("pg_terminate_backend");
		expect(isUnavailable(await asleep)).toBe(true);
		await vi.waitFor(async () => expect(await other.query("select 1 as n")).toEqual([{ n: 1 }]));
		await other.close();
	});

	test("says that it is not ready where no server listens, and where it does not answer in time", async () => {
		const nowhere = await connectDatabase({ url: "postgresql://x:x@127.0.0.1:1/x", entities: [] });
		expect(await nowhere.isReady()).toBe(false);
		await nowhere.close();
		const { other, asleep, stop } = await aSleeper();
		expect(await other.isReady(20)).toBe(false);
		await stop("pg_cancel_backend");
		await asleep;
		expect(await other.isReady()).toBe(true);
		await other.close();
	});

	test("entities and tables agree", async () => {
		expect(await schemaDifference(database())).toEqual([]);
	});

	test("twin: an entity with a column too many, or of another type, is told", async () => {
		const Wrong = defineEntity({
			name: "Theme",
			tableName: "theme",
			properties: { id: p.uuid().primary(), ordinal: p.text(), colour: p.text() },
		});
		const other = await createTestDatabase([Wrong]);
		expect(await schemaDifference(other)).toEqual([
			expect.stringContaining('add "colour"'),
			expect.stringContaining('alter column "ordinal" type text'),
		]);
		await other.drop();
	});

	test("[D2] instances that start together migrate once", async () => {
		const url = await anEmptyDatabase();
		const runs = await Promise.all([migrateDatabase(url), migrateDatabase(url), migrateDatabase(url)]);
		expect(runs.map(({ length }) => length).sort()).toEqual([0, 0, migrations.length]);
		expect(await migrateDatabase(url)).toEqual([]);
		await database().query(`drop database "${new URL(url).pathname.slice(1)}" with (force)`);
	});

	test("work under an advisory lock is done by one at a time", async () => {
		let [inside, most] = [0, 0];
		const work = async () => {
			inside += 1;
			most = Math.max(most, inside);
			await database().query("select 1");
			inside -= 1;
		};
		await Promise.all(Array.from({ length: 5 }, () => withAdvisoryLock(database().url, "test", work)));
		expect(most).toBe(1);
		// The twin: under names of their own, two meet inside, or this never ends.
		const meeting = Array.from({ length: 2 }, () => Promise.withResolvers<void>());
		const meet = (own: number) => () => {
			meeting[own]?.resolve();
			return meeting[1 - own]?.promise;
		};
		await Promise.all(
			[0, 1].map((i) => withAdvisoryLock(database().url, `twin ${i}`, async () => meet(i)())),
		);
	});

	test("every foreign key has an index", async () => {
		const missing = await database().query(
			`select conrelid::regclass::text as table, conname as key from pg_constraint c
			where contype = 'f' and not exists (
				select from pg_index i where i.indrelid = c.conrelid
					and (i.indkey::int2[])[0:cardinality(c.conkey) - 1] @> c.conkey
			)`,
		);
		expect(missing).toEqual([]);
	});

	/** A database of the same server, with no table. */
	async function anEmptyDatabase(): Promise<string> {
		const url = new URL(database().url);
		url.pathname = `${url.pathname}_empty`;
		await database().query(`create database "${url.pathname.slice(1)}"`);
		return url.href;
	}
});
