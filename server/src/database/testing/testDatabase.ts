import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, inject } from "vitest";
import {
	type ConnectedDatabase,
	type ConnectOptions,
	connectDatabase,
	type Entities,
} from "../connectDatabase.ts";
import type { TestServer } from "./TestServer.ts";

/** A database of its own for one test file: every table, no row. */
export interface TestDatabase extends ConnectedDatabase {
	/** Its address, for a second connection or a server under test. */
	readonly url: string;
	/** Closes this connection and drops the database, whoever else is connected. */
	drop(): Promise<void>;
}

/** Makes a database from the migrated template. Throws where there is no server: see `describeWithDatabase`. */
export async function createTestDatabase(
	entities: Entities = [],
	options: Partial<ConnectOptions> = {},
): Promise<TestDatabase> {
	const server = availableServer();
	const name = `${server.template}_${randomBytes(4).toString("hex")}`;
	await administer(server.adminUrl, `create database ${name} template ${server.template}`);
	const url = new URL(server.adminUrl);
	url.pathname = `/${name}`;
	const database = await connectDatabase({ poolSize: 5, ...options, url: url.href, entities });
	const drop = async () => {
		await database.close();
		await administer(server.adminUrl, `drop database if exists ${name} with (force)`);
	};
	return Object.assign(database, { url: url.href, drop });
}

/**
 * `describe` with a database: made before the first test, dropped after the last, reached by `database()` inside
 * tests and hooks. Where the machine has no database, the tests are skipped and their name says why.
 */
export function describeWithDatabase(
	name: string,
	entities: Entities,
	tests: (database: () => TestDatabase) => void,
): void {
	const server = inject("testServer");
	if ("unavailable" in server) {
		describe.skip(`${name} [skipped: ${server.unavailable}]`, () => tests(noDatabase));
		return;
	}
	describe(name, () => {
		let database: TestDatabase | undefined;
		beforeAll(async () => {
			database = await createTestDatabase(entities);
		});
		afterAll(() => database?.drop());
		tests(() => database ?? noDatabase());
	});
}

function noDatabase(): never {
	throw new Error("The test database exists only inside tests and hooks.");
}

function availableServer(): Exclude<TestServer, { unavailable: string }> {
	const server = inject("testServer");
	if ("unavailable" in server) throw new Error(server.unavailable);
	return server;
}

async function administer(adminUrl: string, statement: string): Promise<void> {
	const client = new pg.Client({ connectionString: adminUrl });
	await client.connect();
	try {
		await client.query(statement);
	} finally {
		await client.end();
	}
}
