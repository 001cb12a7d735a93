import { createHash } from "node:crypto";
import pg from "pg";

/**
 * Runs `work` while no other process that uses this database runs its own under the same name; waits for its
 * turn. The lock belongs to a connection of its own, so it ends with the process, however that ends.
 */
export async function withAdvisoryLock<T>(url: string, name: string, work: () => Promise<T>): Promise<T> {
	const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
	client.on("error", () => undefined);
	await client.connect();
	try {
		await client.query("select pg_advisory_lock($1)", [keyOf(name)]);
		return await work();
	} finally {
		await client.end().catch(() => undefined);
	}
}

/** PostgreSQL knows such locks by a signed 64-bit number. */
function keyOf(name: string): string {
	return createHash("sha256").update(name).digest().readBigInt64BE().toString();
}
