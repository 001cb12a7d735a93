import { Database } from "@hocuspocus/extension-database";
import { Server } from "@hocuspocus/server";
import pg from "pg";

/**
 * Hocuspocus with its database extension on PostgreSQL, put together as its documentation says, with its own settings:
 * a document is stored 2 s after the last change, and after 10 s at the latest. The argument is the database's address.
 */
const pool = new pg.Pool({ connectionString: process.argv[2] as string });
pool.on("error", () => {});
await pool.query("create table if not exists documents (name text primary key, state bytea not null)");

const database = new Database({
	async fetch({ documentName }) {
		const { rows } = await pool.query<{ state: Buffer }>("select state from documents where name = $1", [
			documentName,
		]);
		return rows[0]?.state ?? null;
	},
	async store({ documentName, state }) {
		await pool.query(
			"insert into documents (name, state) values ($1, $2) on conflict (name) do update set state = excluded.state",
			[documentName, state],
		);
	},
});
const server = new Server({ quiet: true, address: "127.0.0.1", port: 0, extensions: [database] });
await server.listen();
console.log(server.address.port);
