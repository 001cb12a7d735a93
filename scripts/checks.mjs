import { existsSync } from "node:fs";
import { join } from "node:path";
import { root, runCommand } from "./runCommand.mjs";

const sourceFolders = [
	"server/src",
	"client/src",
	"shared/src",
	"scripts",
	"e2e",
	"bench",
	"verifier",
].filter((folder) => existsSync(join(root, folder)));

/**
 * @typedef {object} Check
 * @property {string} name
 * @property {{ command: [string, ...string[]], cwd?: string }[]} steps run one after the other until one fails
 */

/** @param {string} folder */
function types(folder) {
	return { name: `types of ${folder}`, steps: [{ command: ["tsc", "-p", folder] }] };
}

/** Everything that `npm run check` looks at. The longest stand first, so that two lanes end together. */
export const checks = /** @type {Check[]} */ ([
	{
		name: "committed GraphQL schemas are up to date",
		steps: [
			{ command: ["turbo", "run", "build", "--filter=@crossroads/server", "--output-logs=errors-only"] },
			{ command: ["node", "server/dist/printSchemas.js", "--check"] },
		],
	},
	{
		name: "generated client code is up to date",
		steps: [{ command: ["graphql-codegen", "--config", "codegen.ts", "--check"], cwd: "client" }],
	},
	{ name: "format and lint", steps: [{ command: ["biome", "check", "--error-on-warnings", "."] }] },
	{
		name: "import rules",
		steps: [{ command: ["depcruise", ...sourceFolders, "--output-type=err-long"] }],
	},
	{ name: "dead code", steps: [{ command: ["knip", "--no-progress"] }] },
	types("shared"),
	types("server"),
	types("client"),
	{ name: "types of scripts, e2e and bench", steps: [{ command: ["tsc", "-p", "."] }] },
]);

/**
 * Runs one check; its output is that of the step that failed.
 *
 * @param {Check} check
 * @returns {Promise<import("./runCommand.mjs").CommandResult>}
 */
async function runCheck({ steps }) {
	let seconds = 0;
	for (const { command, cwd } of steps) {
		const step = await runCommand(command, { cwd });
		seconds += step.seconds;
		if (!step.ok) return { ...step, output: `$ ${command.join(" ")}\n${step.output}`, seconds };
	}
	return { ok: true, output: "", seconds };
}

/**
 * Runs all checks, two at a time, and prints one line for each; what a failed one said follows at the end.
 *
 * @returns {Promise<{ passed: number, failed: string[] }>} failed: the names
 */
export async function runChecks() {
	const waiting = [...checks];
	/** @type {{ name: string, output: string }[]} */
	const failures = [];
	const lane = async () => {
		for (let check = waiting.shift(); check; check = waiting.shift()) {
			const { ok, output, seconds } = await runCheck(check);
			console.log(`${ok ? "✓" : "✗"} ${check.name} (${seconds.toFixed(1)} s)`);
			if (!ok) failures.push({ name: check.name, output });
		}
	};
	await Promise.all([lane(), lane()]);
	for (const { name, output } of failures) console.log(`\n✗ ${name}\n${output.trimEnd()}\n`);
	return { passed: checks.length - failures.length, failed: failures.map(({ name }) => name) };
}
