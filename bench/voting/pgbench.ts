import { execFile } from "node:child_process";
import { rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type pg from "pg";
import type { VotingRow } from "./rows.ts";

const run = promisify(execFile);

/** As wide as a ballot of ours, with the same kind of key. */
const TABLE = `create table if not exists pgbench_ballot (poll_id int not null, person_id uuid not null, answer jsonb not null,
	receipt text not null, idempotency_key uuid not null, cast_at timestamptz not null, primary key (poll_id, person_id))`;

const ROW = `1, gen_random_uuid(), '{"marks":[{"option":"A","value":1}]}', 'K7QF2-9MTXA', gen_random_uuid(), now()`;

export interface PgbenchOrder {
	/** With its password. */
	readonly url: string;
	readonly connections: number;
	readonly seconds: number;
	/** Rows of each statement, which is a commit. */
	readonly batch: number;
}

/** Whether the program is on this machine. */
export async function hasPgbench(): Promise<boolean> {
	try {
		await run("pgbench", ["--version"]);
		return true;
	} catch {
		return false;
	}
}

/** Ballots a second that `pgbench` commits, prepared, each connection one statement after the other. */
export async function measurePgbench(sql: pg.Client, order: PgbenchOrder): Promise<VotingRow> {
	const { url, connections, seconds, batch } = order;
	await sql.query(TABLE);
	await sql.query("truncate pgbench_ballot");
	const rows = batch === 1 ? `values (${ROW})` : `select ${ROW} from generate_series(1, ${batch})`;
	const script = join(tmpdir(), `crossroads-pgbench-${process.pid}.sql`);
	await writeFile(script, `insert into pgbench_ballot ${rows};\n`);
	const options = ["-n", "-M", "prepared", "-c", connections, "-j", Math.min(2, connections), "-T", seconds];
	const { stdout } = await run("pgbench", [...options.map(String), "-f", script, url]);
	await rm(script);
	const commits = Number(/tps = ([\d.]+)/.exec(stdout)?.[1]);
	return {
		measure: "pgbench",
		server: "PostgreSQL",
		subscribers: connections,
		figures: { "ballots/s": commits * batch, "rows a commit": batch },
	};
}
