import type { AnyEntity, EntityClass, EntitySchema } from "@mikro-orm/core";
import { MikroORM, UnderscoreNamingStrategy } from "@mikro-orm/postgresql";
import { CompiledQuery } from "kysely";
import type { Pool } from "pg";
import type { Database, QueryOptions, Sql, Transaction, TransactionOptions } from "./Database.ts";
import { isRetryable } from "./errors.ts";
import { prepare, withPreparing } from "./preparing.ts";

/** What a room's `store/entities.ts` exports a list of: results of `defineEntity`. */
// biome-ignore lint/suspicious/noExplicitAny: the list holds entities of every shape
export type Entities = readonly (EntitySchema<any, any> | EntityClass<AnyEntity>)[];

/** Which server, which entities, and the limits. */
export interface ConnectOptions {
	readonly url: string;
	readonly entities: Entities;
	/** Connections at most. Default 10. */
	readonly poolSize?: number;
	/** A statement is ended after this time. Default 15 s; 0: never. */
	readonly statementTimeoutMs?: number;
	/** Told about connections that broke while idle; the pool replaces them by itself. */
	readonly onWarning?: (message: string) => void;
}

/** The database with its ORM, for those who wire and test; stores get it as `Database`. */
export interface ConnectedDatabase extends Database {
	readonly orm: MikroORM;
}

const TIMESTAMPTZ = 1184;

/**
 * Connects lazily: the first statement opens the first connection. A connection that breaks, or a server that
 * restarts, fails the statements in flight and nothing else.
 */
export async function connectDatabase(options: ConnectOptions): Promise<ConnectedDatabase> {
	const orm = await MikroORM.init({
		clientUrl: options.url,
		entities: [...options.entities] as never[],
		discovery: { warnWhenNoEntities: false },
		namingStrategy: UnderscoreNamingStrategy,
		forceUtcTimezone: true,
		pool: { min: 0, max: options.poolSize ?? 10 },
		driverOptions: driverOptionsOf(options),
		logger: (message) => options.onWarning?.(message),
		colors: false,
	});
	return new MikroDatabase(orm);
}

function driverOptionsOf({ statementTimeoutMs = 15_000 }: ConnectOptions) {
	return {
		application_name: "crossroads",
		statement_timeout: statementTimeoutMs,
		idle_in_transaction_session_timeout: 30_000,
		connectionTimeoutMillis: 5_000,
		keepAlive: true,
		// MikroORM leaves time stamps as text and accepts Dates; SQL of the stores wants Dates.
		onPoolCreated(pool: Pool) {
			const { types } = pool.options as {
				types?: { setTypeParser(oid: number, parse: (text: string) => Date): void };
			};
			types?.setTypeParser(TIMESTAMPTZ, (text) => new Date(text));
			withPreparing(pool);
		},
	};
}

class MikroDatabase implements ConnectedDatabase {
	constructor(readonly orm: MikroORM) {}

	fork() {
		return this.orm.em.fork();
	}

	query<Row>(text: string, values: readonly unknown[] = [], options?: QueryOptions): Promise<Row[]> {
		return execute<Row>(this.orm.em.getConnection().getClient(), text, values, options);
	}

	async transaction<T>(work: (tx: Transaction) => Promise<T>, options: TransactionOptions = {}): Promise<T> {
		const attempts = options.attempts ?? 3;
		for (let attempt = 1; ; attempt += 1) {
			try {
				return await this.#transactionOnce(work, options);
			} catch (fault) {
				if (attempt >= attempts || !isRetryable(fault)) throw fault;
			}
		}
	}

	#transactionOnce<T>(work: (tx: Transaction) => Promise<T>, { isolation }: TransactionOptions): Promise<T> {
		return this.fork().transactional(
			(em) => {
				const connection = em.getTransactionContext() as Executor;
				const query: Sql["query"] = (text, values = [], more) => execute(connection, text, values, more);
				return work({ em, query });
			},
			{ isolationLevel: isolation as never },
		);
	}

	async isReady(timeoutMs = 1_000): Promise<boolean> {
		let timer: NodeJS.Timeout | undefined;
		const tooLate = new Promise<boolean>((resolve) => {
			timer = setTimeout(() => resolve(false), timeoutMs);
		});
		const answered = this.query("select 1").then(
			() => true,
			() => false,
		);
		return Promise.race([answered, tooLate]).finally(() => clearTimeout(timer));
	}

	close(): Promise<void> {
		return this.orm.close(true);
	}
}

interface Executor {
	executeQuery(query: CompiledQuery): Promise<{ rows: unknown[] }>;
}

async function execute<Row>(
	on: Executor,
	text: string,
	values: readonly unknown[],
	{ isPrepared = false }: QueryOptions = {},
): Promise<Row[]> {
	if (isPrepared) prepare(text);
	const { rows } = await on.executeQuery(CompiledQuery.raw(text, [...values]));
	return rows as Row[];
}
