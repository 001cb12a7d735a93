// npm run dev: everything that reloads, side by side: the compiler of shared and server, the server, the
// committed schemas, the client's generated code and vite. Ctrl-C stops all of it.
import { spawn } from "node:child_process";
import { readFileSync, watch } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { root, runCommand, toolEnv } from "./runCommand.mjs";

/** @type {[name: string, cwd: string, program: string, ...programArguments: string[]][]} */
const programs = [
	["shared", "shared", "tsc", "-p", "tsconfig.build.json", "--watch", "--preserveWatchOutput"],
	["compile", "server", "tsc", "-p", "tsconfig.build.json", "--watch", "--preserveWatchOutput"],
	[
		"server",
		".",
		"node",
		"--watch",
		"--watch-preserve-output",
		"--enable-source-maps",
		"server/dist/main.js",
	],
	["schema", ".", "node", "--watch", "--watch-preserve-output", "server/dist/printSchemas.js"],
	["client", "client", "vite"],
];

/** @type {import("node:child_process").ChildProcess[]} */
const children = [];
let isStopping = false;

/** @param {string} name @param {string} line */
function print(name, line) {
	if (line.trim()) console.log(`${name.padEnd(8)}│ ${line}`);
}

/** @param {typeof programs[number]} _ */
function start([name, cwd, command, ...args]) {
	const child = spawn(command, args, {
		cwd: join(root, cwd),
		env: toolEnv,
		stdio: ["ignore", "pipe", "pipe"],
	});
	children.push(child);
	for (const stream of [child.stdout, child.stderr]) {
		createInterface({ input: stream }).on("line", (line) => print(name, line));
	}
	child.on("error", (error) => print(name, String(error)));
	child.on("close", (code) => {
		if (!isStopping) stop(`${name} ended with code ${code}`, 1);
	});
}

/** @param {string} reason @param {number} exitCode */
function stop(reason, exitCode) {
	if (isStopping) return;
	isStopping = true;
	print("dev", `${reason}; stopping`);
	process.exitCode = exitCode;
	for (const child of children) child.kill("SIGTERM");
	setTimeout(() => {
		for (const child of children) child.kill("SIGKILL");
		process.exit();
	}, 5_000).unref();
	for (const watcher of watchers) watcher.close();
}

/** @type {NodeJS.Timeout | undefined} */
let generation;

/** Writes the client's typed documents again, a moment after the last of several changes. */
function generateSoon() {
	clearTimeout(generation);
	generation = setTimeout(async () => {
		const { ok, output } = await runCommand(["graphql-codegen", "--config", "codegen.ts", "--errors-only"], {
			cwd: "client",
		});
		print("codegen", ok ? "typed documents are up to date" : output);
	}, 300);
}

/** @param {string | null} file a path inside client/src */
function holdsDocument(file) {
	if (!file || !/\.tsx?$/.test(file) || /(^|[\\/])gql[\\/]/.test(file)) return false;
	try {
		return readFileSync(join(root, "client", "src", file), "utf8").includes("graphql(");
	} catch {
		return true; // removed: its documents go too
	}
}

const built = await runCommand([
	"turbo",
	"run",
	"build",
	"--filter=@crossroads/server",
	"--output-logs=errors-only",
]);
if (!built.ok) print("build", built.output);
const watchers = [
	watch(join(root, "server"), (_, file) => {
		if (file?.endsWith(".graphql")) generateSoon();
	}),
	watch(join(root, "client", "src"), { recursive: true }, (_, file) => {
		if (holdsDocument(file)) generateSoon();
	}),
];
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
	process.on(signal, () => stop(signal, 0));
}
for (const program of programs) start(program);
generateSoon();
