import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { withFolderLock } from "./folderLock.ts";
import { keepRunning } from "./keepRunning.ts";
import { findPostgresBinaries, type PostgresBinaries } from "./postgresBinaries.ts";
import {
	disownPostmasterFile,
	isAlive,
	isPostmasterAlive,
	type Postmaster,
	readPostmaster,
} from "./postmasterFile.ts";
import { findServerUser, type ServerUser } from "./serverUser.ts";
import { startPostmaster } from "./startPostmaster.ts";

/** A running PostgreSQL of our own. */
export interface EmbeddedPostgres {
	/** Address of the database `crossroads`, with its password: never log it. */
	readonly url: string;
	/** Number of the server's process; another one after it died and was started again. */
	readonly pid: number;
	/** Stops the server, unless another process (a second Crossroads on the same folder) is connected to it. */
	stop(): Promise<void>;
}

/** Where the server keeps everything, and whether it may be careless (tests alone). */
export interface EmbeddedOptions {
	readonly folder: string;
	readonly durable?: boolean;
}

interface Place {
	readonly folder: string;
	readonly dataFolder: string;
	readonly passwordFile: string;
	readonly logFile: string;
	readonly lockFile: string;
	readonly portFile: string;
	readonly durable: boolean;
	readonly binaries: PostgresBinaries;
}

const USER = "crossroads";
const DATABASE = "crossroads";
const STOP_PATIENCE_MS = 30_000;
const LEAVING_MS = 1_000;

/**
 * Starts PostgreSQL in `folder`, or joins the one that already runs there, and starts it again on the same port
 * whenever it dies. The first start makes the folder and its database. Comes up by itself after a kill of this
 * process, of PostgreSQL, or of the machine. It listens on 127.0.0.1 alone, on a port of its own choice, and asks
 * for a generated password that lies in the folder.
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
	const place = placeOf(options);
	// Not with mode 0700: recursive mkdir gives its mode to the parents too.
	mkdirSync(place.folder, { recursive: true });
	const { pid, port } = await runOrJoin(place, { keepsPort: false });
	const kept = keepRunning(pid, async () => (await runOrJoin(place, { keepsPort: true })).pid);
	return {
		url: addressOf(place, port, DATABASE),
		get pid() {
			return kept.pid;
		},
		async stop() {
			await kept.release();
			await stop(place);
		},
	};
}

function runOrJoin(place: Place, more: { keepsPort: boolean }): Promise<Postmaster> {
	return withFolderLock(place.lockFile, async () => {
		const user = findServerUser(place.folder, place.dataFolder, place.binaries.postgres);
		if (!existsSync(place.dataFolder)) await makeDataFolder(place, user);
		const postmaster = (await findRunning(place)) ?? (await start(place, user, more));
		await makeDatabase(addressOf(place, postmaster.port, "postgres"));
		return postmaster;
	});
}

function placeOf({ folder, durable = true }: EmbeddedOptions): Place {
	const root = resolve(folder);
	return {
		folder: root,
		dataFolder: join(root, "data"),
		passwordFile: join(root, "password"),
		logFile: join(root, "server.log"),
		lockFile: `${root}.lock`,
		portFile: join(root, "port"),
		durable,
		binaries: findPostgresBinaries(),
	};
}

function start(place: Place, user: ServerUser, more: { keepsPort: boolean }) {
	return startPostmaster({ ...place, ...more, program: place.binaries.postgres, user });
}

/** initdb works in a folder beside and moves it into place: a half-made data folder is never taken for one. */
async function makeDataFolder(place: Place, user: ServerUser): Promise<void> {
	const unfinished = join(place.folder, "data.unfinished");
	rmSync(unfinished, { recursive: true, force: true });
	writeFileSync(place.passwordFile, randomBytes(24).toString("base64url"), { mode: 0o600 });
	user.own(place.passwordFile);
	const careless = place.durable ? [] : ["--no-sync"];
	// The same order and the same lower() on every machine, whatever its locales.
	const locale = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
	const entry = ["--auth=scram-sha-256", `--pwfile=${place.passwordFile}`, "-U", USER];
	await run(user, place.binaries.initdb, ["-D", unfinished, ...entry, ...locale, ...careless], place.folder);
	renameSync(unfinished, place.dataFolder);
}

function run(user: ServerUser, program: string, programArgs: string[], cwd: string): Promise<void> {
	const { file, args, options } = user.command(program, programArgs);
	return new Promise((resolve, reject) => {
		const env = { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" };
		const child = spawn(file, args, {
			...options,
			cwd,
			env,
			stdio: ["ignore", "ignore", "pipe"],
			windowsHide: true,
		});
		let complaint = "";
		child.stderr.setEncoding("utf8").on("data", (text: string) => {
			complaint += text;
		});
		child.once("error", reject);
		child.once("close", (code) =>
			code === 0 ? resolve() : reject(new Error(`${program} failed (${code}): ${complaint.trim()}`)),
		);
	});
}

/** A server that already runs on this folder: left by a killed process, or another Crossroads at work. */
async function findRunning(place: Place) {
	const found = readPostmaster(place.dataFolder);
	if (!found) return null;
	if (!isPostmasterAlive(found)) {
		disownPostmasterFile(place.dataFolder);
		return null;
	}
	return waitUntilReady(place, found.pid);
}

async function waitUntilReady(place: Place, pid: number) {
	const deadline = Date.now() + STOP_PATIENCE_MS;
	while (isAlive(pid)) {
		const postmaster = readPostmaster(place.dataFolder);
		if (postmaster?.state === "ready" && (await answers(addressOf(place, postmaster.port, "postgres"))))
			return postmaster;
		if (Date.now() > deadline)
			throw new Error(`The database in ${place.folder} is in use by process ${pid}, which does not answer.`);
		await pause(50);
	}
	return null;
}

async function answers(url: string): Promise<boolean> {
	const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
	client.on("error", () => undefined);
	try {
		await client.connect();
		return true;
	} catch {
		return false;
	} finally {
		await client.end().catch(() => undefined);
	}
}

function addressOf(place: Place, port: number, database: string): string {
	return `postgresql://${USER}:${readFileSync(place.passwordFile, "utf8")}@127.0.0.1:${port}/${database}`;
}

async function makeDatabase(adminUrl: string): Promise<void> {
	await withClient(adminUrl, async (client) => {
		const { rowCount } = await client.query("select from pg_database where datname = $1", [DATABASE]);
		if (rowCount === 0) await client.query(`create database ${DATABASE}`);
	});
}

function stop(place: Place): Promise<void> {
	return withFolderLock(place.lockFile, async () => {
		const postmaster = readPostmaster(place.dataFolder);
		if (!postmaster || !isPostmasterAlive(postmaster)) return;
		if (await othersStay(addressOf(place, postmaster.port, "postgres"))) return;
		// SIGINT is PostgreSQL's "fast" stop: checkpoint, then the end.
		process.kill(postmaster.pid, "SIGINT");
		const deadline = Date.now() + STOP_PATIENCE_MS;
		while (isPostmasterAlive(postmaster) && Date.now() < deadline) await pause(10);
	});
}

/** Our own connections, closed a moment ago, may still be on their way out: they are given a second. */
async function othersStay(adminUrl: string): Promise<boolean> {
	const deadline = Date.now() + LEAVING_MS;
	while (await hasOtherClients(adminUrl)) {
		if (Date.now() > deadline) return true;
		await pause(20);
	}
	return false;
}

function hasOtherClients(adminUrl: string): Promise<boolean> {
	return withClient(adminUrl, async (client) => {
		const { rowCount } = await client.query(
			"select from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid() limit 1",
		);
		return rowCount !== 0;
	}).catch(() => false);
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
	const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
	client.on("error", () => undefined);
	await client.connect();
	try {
		return await work(client);
	} finally {
		await client.end().catch(() => undefined);
	}
}
