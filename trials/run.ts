import { randomInt } from "node:crypto";
import { parseArgs } from "node:util";
import { built } from "../bench/stage/built.ts";
import { untilStopped } from "../bench/stage/untilStopped.ts";
import { crashTrial } from "./crash/crashTrial.ts";
import { Chance } from "./house/Chance.ts";
import { TrialHouse } from "./house/TrialHouse.ts";
import { blowsInTotal } from "./house/wreck.ts";
import { votesTrial } from "./votes/votesTrial.ts";

/** `npm run trial -- crash|votes`: see README.md. Ends with 0 when nothing was lost. */
const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: {
		cycles: { type: "string" },
		writers: { type: "string", default: "20" },
		voters: { type: "string", default: "300" },
		"cycle-ms": { type: "string", default: "3000" },
		seed: { type: "string" },
		database: { type: "string" },
		sabotage: { type: "boolean", default: false },
		"no-build": { type: "boolean", default: false },
	},
});
const [name = "", ...more] = positionals;
if (!["crash", "votes"].includes(name) || more.length > 0) {
	console.error(
		"usage: npm run trial -- crash|votes [--cycles N] [--writers N] [--voters N] [--cycle-ms MS] [--seed N] [--database URL] [--sabotage]",
	);
	process.exit(2);
}

function whole(option: string, given: string, most: number): number {
	const value = Number(given);
	if (Number.isInteger(value) && value >= 1 && value <= most) return value;
	throw new RangeError(`--${option} must be a whole number from 1 to ${most}`);
}

const cycleMs = whole("cycle-ms", values["cycle-ms"], 600_000);
const seed = values.seed === undefined ? randomInt(2 ** 32) : whole("seed", values.seed, 2 ** 32);
const trials = {
	crash(house: TrialHouse) {
		const plan = {
			cycles: whole("cycles", values.cycles ?? "50", 10_000),
			writers: whole("writers", values.writers, 500),
			cycleMs,
			isSabotaged: values.sabotage,
		};
		console.log(`${plan.cycles} cycles, ${plan.writers} writers, seed ${seed}; ${house.description}`);
		return crashTrial(house, plan, new Chance(seed), (line) => console.log(line));
	},
	votes(house: TrialHouse) {
		const plan = {
			cycles: whole("cycles", values.cycles ?? "20", 10_000),
			voters: whole("voters", values.voters, 5_000),
			cycleMs,
			isSabotaged: values.sabotage,
		};
		console.log(`${plan.cycles} polls, ${plan.voters} voters, seed ${seed}; ${house.description}`);
		return votesTrial(house, plan, new Chance(seed), (line) => console.log(line));
	},
};

if (!values["no-build"]) await built();
const house = await TrialHouse.open(values.database ?? null);
try {
	const stopped = untilStopped().then(() => Promise.reject(new Error("stopped")));
	const { blows, counts, ...figures } = await Promise.race([
		trials[name as keyof typeof trials](house),
		stopped,
	]);
	console.log(`\nIn all: ${blowsInTotal(blows)}; starts tried again ${house.startsTriedAgain}`);
	for (const [figure, value] of Object.entries(figures)) console.log(`  ${figure}: ${value}`);
	for (const [what, cases] of Object.entries(counts)) {
		console.log(`${cases.length === 0 ? "✓" : "✗"} ${what}: ${cases.length}`);
		for (const each of cases.slice(0, 10)) console.log(`    ${each}`);
	}
	process.exitCode = Object.values(counts).every(({ length }) => length === 0) ? 0 : 1;
} catch (fault) {
	console.error(fault);
	console.error(house.lastWords);
	process.exitCode = 1;
} finally {
	await house.close();
	for (const fault of house.faults) {
		console.error(fault);
		process.exitCode = 1;
	}
}
process.exit();
