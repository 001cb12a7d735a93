import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { freePort, listens } from "../../bench/servers/ports.ts";

/** A Redis of the trial's own, on a free port, that remembers nothing. */
export interface OwnRedis {
	readonly url: string;
	/** `kill -9`. */
	kill(): Promise<void>;
	/** Again on the same port. */
	restart(): Promise<void>;
	stop(): Promise<void>;
}

/** Null where the machine has no redis-server. `folder` is where it would write, if it wrote. */
export async function startRedis(folder: string): Promise<OwnRedis | null> {
	if (spawnSync("redis-server", ["--version"], { stdio: "ignore" }).status !== 0) return null;
	const port = await freePort();
	let child: ChildProcess;
	const start = async () => {
		const settings = ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"];
		child = spawn("redis-server", [...settings, "--dir", folder], { stdio: "ignore" });
		while (!(await listens(port))) await pause(10);
	};
	const kill = async () => {
		if (child.exitCode !== null || child.signalCode !== null) return;
		child.kill("SIGKILL");
		await once(child, "exit");
	};
	await start();
	return { url: `redis://127.0.0.1:${port}`, kill, restart: start, stop: kill };
}
