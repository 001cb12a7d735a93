import { randomBytes } from "node:crypto";
import pg from "pg";

/** A database of the stage's own on somebody's PostgreSQL. */
export interface OwnDatabase {
	readonly url: string;
	/** Drops it, whoever is still connected. */
	drop(): Promise<void>;
}

/** Makes an empty database beside the one of `serverUrl`, whose user must be allowed to: nothing of theirs is touched. */
export async function ownDatabase(serverUrl: string): Promise<OwnDatabase> {
	const name = `crossroads_stage_${process.pid}_${randomBytes(3).toString("hex")}`;
	const url = new URL(serverUrl);
	url.pathname = `/${name}`;
	await runOn(serverUrl, `create database ${name}`);
	return { url: url.href, drop: () => runOn(serverUrl, `drop database if exists ${name} with (force)`) };
}

async function runOn(url: string, statement: string): Promise<void> {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	try {
		await client.query(statement);
	} finally {
		await client.end();
	}
}
