import type { Database, Sql } from "../../database/index.ts";

/** The database, with something in between where statements are run outside transactions. */
export function withQuery(database: Database, query: Sql["query"]): Database {
	return Object.assign(Object.create(database) as Database, {
		query,
		transaction: database.transaction.bind(database),
	});
}
