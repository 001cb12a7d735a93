import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";

/** An idle backend hands its counts in after 10 s at the latest (PGSTAT_IDLE_INTERVAL). */
const HANDED_IN_MS = 10_500;

/**
 * Counts what a database does by PostgreSQL's own statistics: committed transactions, which for our reads, one statement
 * each, are queries. It asks from another database, so it does not count itself. Autovacuum, which is counted too, is
 * off meanwhile where we are allowed to.
 */
export class QueryCount {
	readonly #sql: pg.Client;
	readonly #database: string;

	private constructor(sql: pg.Client, database: string) {
		this.#sql = sql;
		this.#database = database;
	}

	static async of(databaseUrl: string): Promise<QueryCount> {
		const url = new URL(databaseUrl);
		const database = url.pathname.slice(1);
		url.pathname = "/postgres";
		const sql = new pg.Client({ connectionString: url.href });
		await sql.connect();
		await sql.query("alter system set autovacuum = off").catch(() => {});
		await sql.query("select pg_reload_conf()").catch(() => {});
		return new QueryCount(sql, database);
	}

	/** Transactions so far. Waits until every backend has handed its counts in, so it takes ten seconds. */
	async read(): Promise<number> {
		await pause(HANDED_IN_MS);
		const { rows } = await this.#sql.query<{ count: string }>(
			"select xact_commit + xact_rollback as count from pg_stat_database where datname = $1",
			[this.#database],
		);
		return Number(rows[0]?.count);
	}

	async close(): Promise<void> {
		await this.#sql.query("alter system reset autovacuum").catch(() => {});
		await this.#sql.query("select pg_reload_conf()").catch(() => {});
		await this.#sql.end();
	}
}
