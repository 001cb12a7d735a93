import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { connectDatabase } from "../connectDatabase.ts";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "./embeddedPostgres.ts";
import { isAlive } from "./postmasterFile.ts";

const script = fileURLToPath(new URL("../testing/startAndWait.ts", import.meta.url));

/** Why the embedded server cannot run here; null: it can. */
const reason = await reasonAgainst();

async function reasonAgainst(): Promise<string | null> {
	const folder = newFolder();
	try {
		const server = await startEmbeddedPostgres({ folder: join(folder, "postgres"), durable: false });
		await server.stop();
		return null;
	} catch (fault) {
		return (fault as Error).message;
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

function newFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), "crossroads-embedded-"));
	chmodSync(folder, 0o755);
	return folder;
}

const title = reason ? `the embedded PostgreSQL [skipped: ${reason}]` : "the embedded PostgreSQL";

describe.skipIf(reason !== null)(title, () => {
	let folder = "";
	let place = "";
	const started: EmbeddedPostgres[] = [];
	const children: ChildProcess[] = [];

	beforeEach(() => {
		folder = newFolder();
		place = join(folder, "postgres");
	});

	afterEach(async () => {
		for (const child of children.splice(0)) child.kill("SIGKILL");
		for (const server of started.splice(0)) await server.stop();
		rmSync(folder, { recursive: true, force: true });
	});

	/** Careless, where the test does not ask for more: what a killed process has written is kept by the system anyway. */
	async function start(where = place, durable = false): Promise<EmbeddedPostgres> {
		const server = await startEmbeddedPostgres({ folder: where, durable });
		started.push(server);
		return server;
	}

	/** Starts the server from a process of its own, which can be killed. */
	async function startElsewhere(): Promise<{ child: ChildProcess; url: string; pid: number }> {
		const child = spawn(process.execPath, [script, place], { stdio: ["ignore", "pipe", "inherit"] });
		children.push(child);
		if (!child.stdout) throw new Error("no output to read");
		const [line] = await once(child.stdout.setEncoding("utf8"), "data");
		return { child, ...JSON.parse(line) };
	}

	async function ask(url: string, statement: string): Promise<unknown[]> {
		const client = new pg.Client({ connectionString: url });
		await client.connect();
		try {
			return (await client.query(statement)).rows;
		} finally {
			await client.end();
		}
	}

	async function kill(child: ChildProcess): Promise<void> {
		child.kill("SIGKILL");
		await once(child, "exit");
	}

	test("[D1] runs PostgreSQL 18 with fsync, and keeps its data over a stop", async () => {
		const first = await start(place, true);
		expect(await ask(first.url, "show fsync")).toEqual([{ fsync: "on" }]);
		expect(await ask(first.url, "show server_version")).toEqual([
			{ server_version: expect.stringMatching(/^18\./) },
		]);
		await ask(first.url, "create table kept as select 7 as n");
		await first.stop();
		await expect.poll(() => isAlive(first.pid)).toBe(false);
		expect(await ask((await start()).url, "select n from kept")).toEqual([{ n: 7 }]);
	});

	test("[D3] outlives a kill -9 of the process that started it, and the next start joins it", async () => {
		const killed = await startElsewhere();
		await ask(killed.url, "create table kept as select 7 as n");
		await kill(killed.child);
		const next = await start();
		expect(next.pid).toBe(killed.pid);
		expect(await ask(next.url, "select n from kept")).toEqual([{ n: 7 }]);
	});

	test("[D3] comes up by itself after a kill -9 of its own, with all that was committed", async () => {
		const killed = await startElsewhere();
		await ask(killed.url, "create table kept as select 7 as n");
		process.kill(killed.pid, "SIGKILL");
		await kill(killed.child);
		const next = await start();
		expect(next.pid).not.toBe(killed.pid);
		expect(await ask(next.url, "select n from kept")).toEqual([{ n: 7 }]);
	});

	test("[D1] twin: with commits that wait for nothing, a kill -9 loses what was acknowledged", async () => {
		const killed = await startElsewhere();
		await ask(killed.url, "create table kept (n int)");
		await ask(killed.url, "alter system set wal_writer_delay = '10s'");
		await ask(killed.url, "select pg_reload_conf()");
		await ask(killed.url, "set synchronous_commit = off; insert into kept values (7)");
		process.kill(killed.pid, "SIGKILL");
		await kill(killed.child);
		expect(await ask((await start()).url, "select n from kept")).toEqual([]);
	});

	test("[D3] comes up although another process now has the number of the killed one", async () => {
		const { child, pid } = await startElsewhere();
		process.kill(pid, "SIGKILL");
		await kill(child);
		const file = join(place, "data", "postmaster.pid");
		writeFileSync(file, readFileSync(file, "utf8").replace(/^\d+/, String(process.pid)));
		expect(await ask((await start()).url, "select 1 as n")).toEqual([{ n: 1 }]);
	});

	test("[D3] processes that start on an empty folder at the same time use one server", async () => {
		const servers = await Promise.all([startElsewhere(), startElsewhere(), startElsewhere()]);
		expect(new Set(servers.map(({ pid }) => pid)).size).toBe(1);
		await start();
	});

	test("[D3] the first of two to stop leaves the server to the other", async () => {
		const first = await start();
		const second = await start();
		const database = await connectDatabase({ url: second.url, entities: [] });
		await database.query("select 1");
		await first.stop();
		expect(await database.isReady()).toBe(true);
		await database.close();
		await second.stop();
		await expect.poll(() => isAlive(first.pid)).toBe(false);
	});

	test("an initdb that was killed in the middle is begun anew", async () => {
		mkdirSync(join(place, "data.unfinished", "base"), { recursive: true });
		expect(await ask((await start()).url, "select 1 as n")).toEqual([{ n: 1 }]);
	});

	test("[D4] asks for the folder's password and listens on this machine alone", async () => {
		const { url } = await start();
		const guessed = new URL(url);
		guessed.password = "guessed";
		await expect(ask(guessed.href, "select 1")).rejects.toMatchObject({ code: "28P01" });
		expect(await ask(url, "show listen_addresses")).toEqual([{ listen_addresses: "127.0.0.1" }]);
		expect(statSync(join(place, "password")).mode & 0o077).toBe(0);
	});

	test("[D4] its log holds no statement and no value", async () => {
		const { url } = await start();
		await ask(url, "create table person (email text unique)");
		await ask(url, "insert into person values ('secret@example.eu')");
		await expect(ask(url, "insert into person values ('secret@example.eu')")).rejects.toThrow("duplicate");
		const log = readFileSync(join(place, "server.log"), "utf8");
		expect(log).toContain("duplicate key value");
		expect(log).not.toContain("secret@example.eu");
	});

	test("[D5] our process survives a killed server, starts it again, and goes on", async () => {
		const { url, pid } = await start();
		const database = await connectDatabase({ url, entities: [] });
		await Promise.all([database.query("select pg_sleep(0.05)"), database.query("select pg_sleep(0.05)")]);
		const inFlight = database.query("select pg_sleep(60)");
		process.kill(pid, "SIGKILL");
		await expect(inFlight).rejects.toThrow();
		expect(await database.isReady()).toBe(false);
		await vi.waitFor(async () => expect(await database.isReady()).toBe(true), { timeout: 20_000 });
		await database.close();
	});

	test("[D5] it comes back where everybody looks for it, though backends of the killed one are still at work", async () => {
		const { url, pid } = await start();
		const database = await connectDatabase({ url, entities: [] });
		// Who computes does not notice that the server is gone, and holds its memory until the end.
		const atWork = database.query("select count(*) from generate_series(1, 8000000)").catch(() => undefined);
		await vi.waitFor(async () => {
			const active = await ask(url, "select from pg_stat_activity where query like '%generate_series(1, 8%'");
			expect(active).toHaveLength(2);
		});
		process.kill(pid, "SIGKILL");
		await vi.waitFor(async () => expect(await database.isReady()).toBe(false));
		// By a new connection: a backend of the killed one that has ended its work answers for a moment, too.
		const isBack = async () => expect(await ask(url, "select 7 as n")).toEqual([{ n: 7 }]);
		await vi.waitFor(isBack, { timeout: 20_000 });
		await vi.waitFor(async () => expect(await database.isReady()).toBe(true));
		await atWork;
		await database.close();
	});

	test("the folders above the data keep their rights", async () => {
		await start(join(folder, "a", "b", "postgres"));
		expect([statSync(join(folder, "a")).mode & 0o777, statSync(join(folder, "a", "b")).mode & 0o777]).toEqual(
			[0o755, 0o755],
		);
	});

	const isRoot = process.getuid?.() === 0 && spawnSync("unshare", ["--user", "true"]).status === 0;
	test.skipIf(!isRoot)("as root, runs where no other user can reach, and again after a kill", async () => {
		chmodSync(folder, 0o700);
		const first = await start();
		await ask(first.url, "create table kept as select 7 as n");
		process.kill(first.pid, "SIGKILL");
		expect(await ask((await start()).url, "select n from kept")).toEqual([{ n: 7 }]);
	});
});
