import { type ChildProcess, spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { closeSync, existsSync, openSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { type Postmaster, readPostmaster } from "./postmasterFile.ts";
import type { ServerUser } from "./serverUser.ts";

/** What one start of the server needs. */
export interface PostmasterStart {
	readonly program: string;
	readonly user: ServerUser;
	readonly dataFolder: string;
	readonly logFile: string;
	/** False in tests alone: commits are not written through to the disk. */
	readonly durable: boolean;
	/** Remembers the port from one start to the next, so that who was connected finds the server again. */
	readonly portFile: string;
	/** Whether somebody is connected, or will be again, who knows the server by its port: then it may not move. */
	readonly keepsPort: boolean;
}

const PATIENCE_MS = 60_000;
const STEP_MS = 10;
const ATTEMPTS = 24;
const BETWEEN_MS = 250;
/** Attempts that are made on the remembered port, before a server that may move does. */
const FAITHFUL_ATTEMPTS = 16;
/** Below what Linux, macOS and Windows give to outgoing connections: nobody's connection takes it while we are down. */
const PORTS = { first: 20_000, behindLast: 32_000 } as const;
const LOG_LIMIT_BYTES = 5_000_000;

/**
 * Starts the server on a free port of 127.0.0.1 and resolves when it accepts connections (after a crash: when
 * it has recovered). It belongs to no terminal and holds no pipe of ours, so it outlives a kill of this process.
 * Throws with the path of the server's log where it does not come up.
 */
export async function startPostmaster(start: PostmasterStart): Promise<Postmaster> {
	for (let attempt = 1; ; attempt += 1) {
		const port = await portFor(start, attempt);
		const postmaster = port === null ? null : await startOnce(start, port);
		if (postmaster) return remember(start, postmaster);
		// The port is taken, or backends of a killed server are still leaving.
		if (attempt === ATTEMPTS) throw new Error(`PostgreSQL did not start; its log is ${start.logFile}`);
		await pause(BETWEEN_MS);
	}
}

/** Null: it is taken just now. */
async function portFor(start: PostmasterStart, attempt: number): Promise<number | null> {
	const remembered = rememberedPort(start);
	const mayMove = remembered === 0 || (!start.keepsPort && attempt > FAITHFUL_ATTEMPTS);
	const port = mayMove ? randomInt(PORTS.first, PORTS.behindLast) : remembered;
	return (await isFree(port)) ? port : null;
}

function rememberedPort({ portFile }: PostmasterStart): number {
	return existsSync(portFile) ? Number(readFileSync(portFile, "utf8")) || 0 : 0;
}

function remember({ portFile, user }: PostmasterStart, postmaster: Postmaster): Postmaster {
	writeFileSync(portFile, String(postmaster.port));
	user.own(portFile);
	return postmaster;
}

/** Null: it ended at once, so it is worth another try. */
async function startOnce(start: PostmasterStart, port: number): Promise<Postmaster | null> {
	const child = spawnPostmaster(start, port);
	const deadline = Date.now() + PATIENCE_MS;
	try {
		while (Date.now() < deadline) {
			if (hasEnded(child)) return null;
			const postmaster = readPostmaster(start.dataFolder);
			if (postmaster?.state === "ready" && postmaster.pid === child.pid) return postmaster;
			await pause(STEP_MS);
		}
		throw new Error(`PostgreSQL is not ready after a minute; its log is ${start.logFile}`);
	} finally {
		child.unref();
	}
}

function spawnPostmaster(start: PostmasterStart, port: number): ChildProcess {
	const log = openSync(start.logFile, isLogFull(start.logFile) ? "w" : "a", 0o600);
	try {
		start.user.own(start.logFile);
		const settings = settingsOf(start, port).flatMap((setting) => ["-c", setting]);
		const { file, args, options } = start.user.command(start.program, ["-D", start.dataFolder, ...settings]);
		return spawn(file, args, {
			...options,
			cwd: start.dataFolder,
			detached: true,
			stdio: ["ignore", log, log],
			env: { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" },
			windowsHide: true,
		}).on("error", () => undefined);
	} finally {
		closeSync(log);
	}
}

function settingsOf({ durable }: PostmasterStart, port: number): string[] {
	// Commits still reach the operating system, so they survive a kill of the server, though not a power cut.
	const careless = ["fsync=off", "full_page_writes=off", "max_connections=300"];
	return [
		`port=${port}`,
		"listen_addresses=127.0.0.1",
		"unix_socket_directories=",
		"log_checkpoints=off",
		// Neither statements nor details of errors are written: they hold names and addresses.
		"log_min_error_statement=panic",
		"log_error_verbosity=terse",
		...(durable ? [] : careless),
	];
}

/** Started under `unshare`, the process keeps the number of the child: unshare replaces itself by the program. */
function hasEnded(child: ChildProcess): boolean {
	return child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
}

function isLogFull(file: string): boolean {
	return (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT_BYTES;
}

function isFree(port: number): Promise<boolean> {
	return new Promise((resolve) => {
		const probe = createServer();
		probe.once("error", () => resolve(false));
		probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)));
	});
}
