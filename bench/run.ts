import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { benchDrafting } from "./drafting/benchDrafting.ts";
import { draftingPlan } from "./drafting/plan.ts";
import { draftingReport } from "./drafting/report.ts";
import { benchLive } from "./live/benchLive.ts";
import { benchPlan } from "./live/plan.ts";
import { liveReport } from "./live/report.ts";
import { built } from "./stage/built.ts";
import { untilStopped } from "./stage/untilStopped.ts";
import { benchVoting } from "./voting/benchVoting.ts";
import { votingPlan } from "./voting/plan.ts";
import { votingReport } from "./voting/report.ts";

/** `npm run bench -- live|drafting|voting [--json FILE] [--quick] [--profile FOLDER] [--no-build]`: see README.md. */
const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: {
		json: { type: "string" },
		quick: { type: "boolean", default: false },
		profile: { type: "string" },
		"no-build": { type: "boolean", default: false },
	},
});
const [name] = positionals;
const benches = { live, drafting, voting };
if (positionals.length !== 1 || !isBench(name)) {
	console.error("usage: npm run bench -- live|drafting|voting [--json FILE] [--quick]");
	process.exit(2);
}

function isBench(given: string | undefined): given is keyof typeof benches {
	return given !== undefined && Object.hasOwn(benches, given);
}

const desk = () => ({
	tell: (line: string) => console.error(line),
	stopped: untilStopped(),
	profile: values.profile && resolve(values.profile),
});

async function live() {
	const plan = benchPlan(values.quick);
	askForFiles(plan.sizes.large);
	const result = await benchLive(plan, desk());
	return { result, text: liveReport(result, plan) };
}

async function drafting() {
	const plan = draftingPlan(values.quick);
	const result = await benchDrafting(plan, desk());
	return { result, text: draftingReport(result, plan) };
}

async function voting() {
	const plan = votingPlan(values.quick);
	askForFiles(plan.voters);
	const result = await benchVoting(plan, desk());
	return { result, text: votingReport(result, plan) };
}

function askForFiles(sockets: number): void {
	const limit =
		Number(execFileSync("sh", ["-c", "ulimit -n"], { encoding: "utf8" })) || Number.POSITIVE_INFINITY;
	if (limit < sockets + 500)
		throw new Error(`${sockets} sockets need more open files than ${limit}: run "ulimit -n 20000" first`);
}

if (!values["no-build"]) await built();
const { result, text } = await benches[name]();
console.log(text);
if (values.json) writeFileSync(values.json, `${JSON.stringify(result, null, "\t")}\n`);
