// npm test: check, unit, contract, integration and end-to-end, or the one part that is named
// (`npm test -- unit`, `npm test -- unit voting` for the files with "voting" in their path).
// Ends with what was skipped, by name and with the reason, what failed, and the count.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runChecks } from "./checks.mjs";
import { findChromium } from "./findChromium.mjs";
import { runCommand } from "./runCommand.mjs";
import { summarize } from "./summarize.mjs";

/** @typedef {import("./collectResults.mjs").Results} Results */

const parts = ["check", "unit", "contract", "integration", "e2e"];
/** These start the built server. */
const builtParts = ["integration", "e2e"];
const chromium = findChromium();
/** What this machine lacks; tests that need it skip themselves. */
const missing = process.env.REDIS_URL ? [] : [{ word: /redis/i, reason: "REDIS_URL not set" }];
/** Set by .ci/run, whose machine lacks nothing. */
const nothingMayBeSkipped = process.env.CROSSROADS_SKIP_NOTHING === "1";

/**
 * @param {string} part
 * @param {string[]} filters
 * @returns {Promise<Results>}
 */
async function runVitest(part, filters) {
	const folder = mkdtempSync(join(tmpdir(), "crossroads-results-"));
	const file = join(folder, "results.json");
	const reporters = ["--reporter=default", "--reporter=./scripts/collectResults.mjs"];
	const { ok } = await runCommand(["vitest", "run", "--project", part, ...reporters, ...filters], {
		timeoutMinutes: 20,
		show: true,
		env: { CROSSROADS_RESULTS: file, ...(chromium && { CHROMIUM_PATH: chromium }) },
	});
	try {
		/** @type {Results} */
		const results = JSON.parse(readFileSync(file, "utf8"));
		if (!ok && results.failed.length === 0) results.failed.push(`${part}: vitest ended with an error`);
		return results;
	} catch {
		return { passed: 0, failed: [`${part}: vitest ended without results`], skipped: [] };
	} finally {
		rmSync(folder, { recursive: true });
	}
}

/** @returns {Promise<boolean>} */
async function build() {
	const { ok, output, seconds } = await runCommand(["turbo", "run", "build", "--output-logs=errors-only"]);
	console.log(ok ? `✓ build (${seconds.toFixed(1)} s)` : `✗ build\n${output}`);
	return ok;
}

/**
 * @param {string} part
 * @param {string[]} filters
 * @returns {Promise<Results>}
 */
async function runPart(part, filters) {
	if (part === "check") return { ...(await runChecks()), skipped: [] };
	if (part === "e2e" && !chromium) {
		const note = "no Chromium found: apt-get install chromium, or set CHROMIUM_PATH";
		return { passed: 0, failed: [], skipped: [{ name: "e2e", note }] };
	}
	if (builtParts.includes(part) && !(await build())) {
		return { passed: 0, failed: [`${part}: not run, because the build failed`], skipped: [] };
	}
	return runVitest(part, filters);
}

const [named, ...filters] = process.argv.slice(2);
if (named && !parts.includes(named)) {
	console.error(`"${named}" is not a part of the tests; the parts are ${parts.join(", ")}.`);
	process.exit(2);
}
/** @type {Results[]} */
const all = [];
for (const part of named ? [named] : parts) {
	console.log(`\n── ${part}`);
	const started = performance.now();
	all.push(await runPart(part, filters));
	console.log(`── ${part} took ${((performance.now() - started) / 1000).toFixed(1)} s`);
}
const { lines, ok } = summarize(all, { nothingMayBeSkipped, missing });
console.log(`\n${lines.join("\n")}`);
process.exitCode = ok ? 0 : 1;
