import { spawn } from "node:child_process";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's folder. */
export const root = fileURLToPath(new URL("..", import.meta.url));

/** The environment of every tool: the project's own programs (Node 24 among them) come first on the path. */
export const toolEnv = {
	...process.env,
	PATH: [join(root, "node_modules", ".bin"), process.env.PATH].join(delimiter),
	TURBO_TELEMETRY_DISABLED: "1",
};

/**
 * @typedef {object} CommandResult
 * @property {boolean} ok whether the command ended with code 0
 * @property {string} output what it printed on both streams; empty when `show` was asked for
 * @property {number} seconds how long it took
 */

/**
 * Runs a command to its end. Never rejects: a command that cannot start, fails or takes longer than
 * `timeoutMinutes` gives `ok: false` with the reason in its output.
 *
 * @param {[string, ...string[]]} command program and arguments
 * @param {{ cwd?: string, env?: Record<string, string>, show?: boolean, timeoutMinutes?: number }} [options]
 *   cwd from the project's folder; show: print directly instead of keeping the output
 * @returns {Promise<CommandResult>}
 */
export function runCommand([program, ...args], options = {}) {
	const { cwd = ".", env = {}, show = false, timeoutMinutes = 8 } = options;
	const started = performance.now();
	return new Promise((resolve) => {
		let output = "";
		/** @type {import("node:child_process").SpawnOptions} */
		const spawnOptions = {
			cwd: join(root, cwd),
			env: { ...toolEnv, ...env },
			stdio: show ? "inherit" : ["ignore", "pipe", "pipe"],
			timeout: timeoutMinutes * 60_000,
			shell: process.platform === "win32",
		};
		const child = spawn(program, args, spawnOptions);
		for (const stream of [child.stdout, child.stderr]) {
			stream?.setEncoding("utf8").on("data", (text) => {
				output += text;
			});
		}
		/** @param {boolean} ok */
		const end = (ok) => resolve({ ok, output, seconds: (performance.now() - started) / 1000 });
		child.on("error", (error) => {
			output += String(error);
			end(false);
		});
		child.on("close", (code, signal) => {
			if (signal) output += `\nstopped by ${signal} (after at most ${timeoutMinutes} minutes)\n`;
			end(code === 0);
		});
	});
}
