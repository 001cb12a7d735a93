import type { ClientBase, Pool } from "pg";

type Query = (text: unknown, values?: unknown, callback?: unknown) => unknown;
type ClientClass = new (...given: never[]) => ClientBase;

/** Names of the statements that were asked to be prepared, by their text. */
const names = new Map<string, string>();

/** Statements that are ever prepared: a text that is made anew each time must not fill PostgreSQL's memory. */
const most = 200;

/** Has the statement prepared by each connection that runs it, once; so it is parsed and planned no more. */
export function prepare(text: string): void {
	if (!names.has(text) && names.size < most) names.set(text, `crossroads_${names.size}`);
}

/** Makes the pool's connections prepare what `prepare` was called for; the ORM's driver knows only texts. */
export function withPreparing(pool: Pool): void {
	const clients = pool as unknown as { Client: ClientClass };
	const Client = clients.Client;
	class PreparingClient extends Client {}
	const { query } = Client.prototype as unknown as { query: Query };
	Object.assign(PreparingClient.prototype, {
		query(this: ClientBase, text: unknown, values?: unknown, callback?: unknown) {
			const name = typeof text === "string" && Array.isArray(values) ? names.get(text) : undefined;
			return query.call(this, name === undefined ? text : { name, text }, values, callback);
		},
	});
	clients.Client = PreparingClient;
}
