import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { startEmbeddedPostgres } from "../embedded/embeddedPostgres.ts";
import { isAlive, isPostmasterAlive, readPostmaster } from "../embedded/postmasterFile.ts";
import { migrateDatabase } from "../migrateDatabase.ts";
import type { TestServer } from "./TestServer.ts";

interface RunningServer {
	readonly server: TestServer;
	stop(): Promise<void>;
}

/** The projects of one run share one server: they are set up by copies of this module in one process. */
interface SharedServer {
	running: Promise<RunningServer> | null;
	users: number;
}

const FOLDER_PREFIX = "crossroads-test-";
const PLACE = Symbol.for("crossroads.testServer");
const holder = globalThis as typeof globalThis & { [PLACE]?: SharedServer };

/** Vitest's global setup of the contract and integration projects; gives the teardown. */
export default async function setUpTestServer(project: TestProject): Promise<() => Promise<void>> {
	holder[PLACE] ??= { running: null, users: 0 };
	const shared = holder[PLACE];
	shared.users += 1;
	shared.running ??= startServer();
	project.provide("testServer", (await shared.running).server);
	return async () => {
		shared.users -= 1;
		if (shared.users > 0 || !shared.running) return;
		const { stop } = await shared.running;
		shared.running = null;
		await stop();
	};
}

async function startServer(): Promise<RunningServer> {
	if (process.env.DATABASE_URL) return prepareTemplate(process.env.DATABASE_URL, async () => undefined);
	try {
		return await startEmbeddedServer();
	} catch (fault) {
		const unavailable = `no database on this machine: ${(fault as Error).message}`;
		return { server: { unavailable }, stop: async () => undefined };
	}
}

async function startEmbeddedServer(): Promise<RunningServer> {
	sweepKilledRuns();
	const folder = mkdtempSync(join(tmpdir(), `${FOLDER_PREFIX}${process.pid}-`));
	// mkdtemp makes it 0700; as root, the server's user must pass.
	chmodSync(folder, 0o755);
	const embedded = await startEmbeddedPostgres({ folder: join(folder, "postgres"), durable: false });
	return prepareTemplate(embedded.url, async () => {
		process.kill(embedded.pid, "SIGINT");
		await waitForEnd(embedded.pid);
		rmSync(folder, { recursive: true, force: true });
	});
}

/** Servers of runs that were killed before their teardown. */
function sweepKilledRuns(): void {
	for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(FOLDER_PREFIX))) {
		const pid = Number(name.slice(FOLDER_PREFIX.length).split("-")[0]);
		if (isAlive(pid)) continue;
		const folder = join(tmpdir(), name);
		const postmaster = readPostmaster(join(folder, "postgres", "data"));
		if (postmaster && isPostmasterAlive(postmaster)) process.kill(postmaster.pid, "SIGQUIT");
		rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
	}
}

async function waitForEnd(pid: number): Promise<void> {
	for (let step = 0; step < 500 && isAlive(pid); step += 1) await new Promise((done) => setTimeout(done, 10));
}

async function prepareTemplate(adminUrl: string, stop: () => Promise<void>): Promise<RunningServer> {
	const template = `crossroads_test_${process.pid}_${randomBytes(4).toString("hex")}`;
	await administer(adminUrl, `create database ${template}`);
	const url = new URL(adminUrl);
	url.pathname = `/${template}`;
	await migrateDatabase(url.href);
	return {
		server: { adminUrl, template },
		stop: async () => {
			await administer(adminUrl, `drop database if exists ${template} with (force)`);
			await stop();
		},
	};
}

async function administer(adminUrl: string, statement: string): Promise<void> {
	const client = new pg.Client({ connectionString: adminUrl });
	await client.connect();
	try {
		await client.query(statement);
	} finally {
		await client.end();
	}
}
