export { rowById, rowsBy } from "./batched.ts";
export {
	type ConnectedDatabase,
	type ConnectOptions,
	connectDatabase,
	type Entities,
} from "./connectDatabase.ts";
export type { Database, QueryOptions, Sql, Transaction, TransactionOptions } from "./Database.ts";
export { type EmbeddedPostgres, startEmbeddedPostgres } from "./embedded/embeddedPostgres.ts";
export { isRetryable, isUnavailable, isUniqueViolation } from "./errors.ts";
export { migrateDatabase } from "./migrateDatabase.ts";
export { type Recorded, type Recording, type RecordReport, recordRows } from "./recordRows.ts";
export { schemaDifference } from "./schemaDifference.ts";
export { withAdvisoryLock } from "./withAdvisoryLock.ts";
