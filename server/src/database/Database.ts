import type { EntityManager } from "@mikro-orm/postgresql";

/** The door for SQL: a Database or a Transaction. Functions of a store that may run in both take this. */
export interface Sql {
	/**
	 * Runs one statement with bound values (`$1`, `$2`, …) and gives its rows, columns as in the statement.
	 * timestamptz comes as Date, date as "YYYY-MM-DD", bigint and numeric as string (cast counts: `count(*)::int`),
	 * bytea as Buffer, json as value. Arrays are passed as arrays (`= any($1::uuid[])`). Without values the text may
	 * hold several statements; the rows are then meaningless. Throws the driver's error (see `isUniqueViolation`).
	 */
	query<Row = Record<string, unknown>>(
		text: string,
		values?: readonly unknown[],
		options?: QueryOptions,
	): Promise<Row[]>;
}

/** How a statement is run. */
export interface QueryOptions {
	/**
	 * Whether each connection prepares it once and for all, which saves its parsing and planning: for statements of
	 * the hot paths, whose text is always the same and whose best plan does not depend on their values. It goes by the
	 * text. PgBouncer in front of PostgreSQL must know prepared statements (1.21 or later).
	 */
	readonly isPrepared?: boolean;
}

/** One transaction, on one connection. Statements of `query` see what `em` has flushed, and the reverse. */
export interface Transaction extends Sql {
	/** Entities changed through it are written before the commit; flush it yourself before a `query` that must see them. */
	readonly em: EntityManager;
}

/** How a transaction is run. */
export interface TransactionOptions {
	/** How often in all it is tried when PostgreSQL ends it for a deadlock or a serialization failure. Default 3. */
	readonly attempts?: number;
	/** Default: read committed. */
	readonly isolation?: "repeatable read" | "serializable";
}

/** The one door of the store/ shelves to PostgreSQL. */
export interface Database extends Sql {
	/** A fresh entity manager with its own identity map: one for each request or action, never shared. */
	fork(): EntityManager;
	/**
	 * Runs `work` in one transaction: committed when this resolves, rolled back when `work` throws. `work` may run
	 * more than once (see `attempts`), so it does nothing but write to this transaction: announce afterwards.
	 */
	transaction<T>(work: (tx: Transaction) => Promise<T>, options?: TransactionOptions): Promise<T>;
	/** Whether PostgreSQL answers within the time; never throws. */
	isReady(timeoutMs?: number): Promise<boolean>;
	/** Ends every connection. Idempotent. */
	close(): Promise<void>;
}
