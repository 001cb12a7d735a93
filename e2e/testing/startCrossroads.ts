import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { killPostgres } from "./ownPostgres.ts";

const repository = new URL("../../", import.meta.url).pathname;

/** A running server, as a stranger starts it: the built program, a data folder of its own, a free port. */
export interface RunningCrossroads {
	readonly address: string;
	/** Of the server process; another one after a restart. */
	readonly pid: number;
	readonly dataDir: string;
	/** Everything printed so far. */
	output(): string;
	/** `kill -9` of the server process; the embedded PostgreSQL lives on, as after a crash. */
	kill(): Promise<void>;
	/** The next start on the same folder and port. */
	restart(): Promise<void>;
	/** Graceful stop, and the data folder removed; no process of it is left, whatever had been killed before. */
	stop(): Promise<void>;
}

/**
 * Starts `server/dist/main.js` and waits until it prints its address. Throws with the output when it does not; nothing
 * is left of it then.
 */
export async function startCrossroads(environment: Record<string, string> = {}): Promise<RunningCrossroads> {
	const dataDir = await mkdtemp(join(tmpdir(), "crossroads-e2e-"));
	let printed = "";
	let port = "0";
	let child: ChildProcess;
	let address = "";

	// A test that is given up while the server starts, and whoever presses Ctrl+C, leave nothing behind either.
	const leave = () => {
		child.kill("SIGKILL");
		killPostgres(join(dataDir, "data"));
		rmSync(dataDir, { recursive: true, force: true });
	};
	const start = async () => {
		process.off("exit", leave).once("exit", leave);
		child = spawn(process.execPath, [join(repository, "server/dist/main.js")], {
			cwd: dataDir,
			env: {
				...withoutServers(process.env),
				NODE_ENV: "development",
				PORT: port,
				DATA_DIR: join(dataDir, "data"),
				...environment,
			},
			stdio: ["ignore", "pipe", "pipe"],
		});
		address = await addressPrinted(child, (text) => {
			printed += text;
		});
		port = new URL(address).port;
	};
	const stop = async () => {
		process.off("exit", leave);
		await ended(child);
		// It lives on after a kill, and after a start that was given up.
		killPostgres(join(dataDir, "data"));
		await rm(dataDir, { recursive: true, force: true });
	};
	try {
		await start();
	} catch (fault) {
		await stop();
		throw fault;
	}

	return {
		get address() {
			return address;
		},
		get pid() {
			return child.pid as number;
		},
		dataDir,
		output: () => printed,
		async kill() {
			child.kill("SIGKILL");
			await once(child, "exit");
		},
		restart: start,
		stop,
	};
}

/** Ends it, after half a minute's patience by `kill -9`. */
async function ended(child: ChildProcess): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	const exit = once(child, "exit");
	child.kill("SIGTERM");
	const impatience = setTimeout(() => child.kill("SIGKILL"), 30_000);
	await exit;
	clearTimeout(impatience);
}

/** The end-to-end tests run on the embedded PostgreSQL of the product, not on a server of the machine. */
function withoutServers(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
	const { DATABASE_URL: _database, REDIS_URL: _redis, VITEST: _vitest, ...rest } = environment;
	return rest;
}

async function addressPrinted(child: ChildProcess, collect: (text: string) => void): Promise<string> {
	let output = "";
	child.stderr?.on("data", (chunk: Buffer) => {
		output += chunk;
		collect(String(chunk));
	});
	const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream });
	return new Promise((resolve, reject) => {
		child.once("exit", (code) =>
			reject(new Error(`the server ended with ${code} before it listened:\n${output}`)),
		);
		lines.on("line", (line) => {
			output += `${line}\n`;
			collect(`${line}\n`);
			const found = /(http:\/\/[^\s]+:\d+)/.exec(line);
			if (found?.[1]) resolve(found[1]);
		});
	});
}
