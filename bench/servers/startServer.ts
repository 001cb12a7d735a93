import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { measuredNodeOptions } from "./processFigures.ts";

/** A server of comparison in a process of its own. */
export interface ComparedServer {
	readonly port: number;
	readonly pid: number;
	stop(): Promise<void>;
}

/** The servers that ours is compared with. Each prints its port as its first line. */
export type ServerName = "bareBroadcast" | "stockApollo" | "stockVoting";

/** Starts one; `argument` is a file of JSON or an address, as the server explains. */
export async function startServer(name: ServerName, argument: string): Promise<ComparedServer> {
	const child = spawn(process.execPath, [fileURLToPath(new URL(`./${name}.ts`, import.meta.url)), argument], {
		env: { ...process.env, NODE_OPTIONS: measuredNodeOptions },
		stdio: ["ignore", "pipe", "inherit"],
	});
	const ended = once(child, "exit");
	const [line] = (await Promise.race([
		once(child.stdout.setEncoding("utf8"), "data"),
		ended.then(() => Promise.reject(new Error(`${name} did not start`))),
	])) as [string];
	return {
		port: Number(line),
		pid: child.pid as number,
		async stop() {
			child.kill("SIGKILL");
			await ended;
		},
	};
}
