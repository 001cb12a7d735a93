// npm run nightly: what takes too long for npm test. The long stories in real browsers, the random tests of drafts
// with 2,000 seeds, a million polls of each method counted twice, and the crash trials: some hours, one after the
// other, all of them whatever fails before. `SEEDS=50000 FIRST_SEED=2001 npm run nightly` plays other seeds.
import { findChromium } from "./findChromium.mjs";
import { runCommand } from "./runCommand.mjs";

const chromium = findChromium();
const counted = { COUNTED_POLLS: process.env.COUNTED_POLLS ?? "1000000" };
const seeds = { SEEDS: process.env.SEEDS ?? "2000" };

/** @type {[name: string, command: [string, ...string[]], env: Record<string, string>][]} */
const steps = [
	["long stories", ["vitest", "run", "--project", "nightly"], chromium ? { CHROMIUM_PATH: chromium } : {}],
	["random writing", ["vitest", "run", "--project", "integration", "randomWriting", "yjsRandomTests"], seeds],
	["counting", ["vitest", "run", "--project", "unit", "counting"], counted],
	["crash trial", ["node", "trials/run.ts", "crash", "--no-build"], {}],
	["votes trial", ["node", "trials/run.ts", "votes", "--no-build"], {}],
];

const built = await runCommand(["turbo", "run", "build", "--output-logs=errors-only"], { show: true });
const failed = built.ok ? [] : ["build"];
for (const [name, command, env] of built.ok ? steps : []) {
	console.log(`\n── ${name}`);
	const { ok, seconds } = await runCommand(command, { show: true, env, timeoutMinutes: 60 });
	console.log(`── ${name} ${ok ? "took" : "FAILED after"} ${seconds.toFixed(0)} s`);
	if (!ok) failed.push(name);
}
console.log(failed.length === 0 ? "\nnightly: all passed" : `\nnightly: failed: ${failed.join(", ")}`);
process.exitCode = failed.length === 0 ? 0 : 1;
