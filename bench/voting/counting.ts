import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { VotingPlan } from "./plan.ts";
import type { VotingRow } from "./rows.ts";

/** What the server counts with, as it is built; it runs in a process of its own. */
const SHARED = new URL("../../shared/dist/index.js", import.meta.url).href;

/** Everybody ranks all options in an order of the own, drawn from a fixed seed; every fifth leaves some out. */
const PROGRAM = `
const { count, readSettings, readAnswer } = await import(process.argv[1]);
const [ballots, options] = process.argv.slice(2).map(Number);
let state = 20261124;
const next = (below) => (state = (state * 1103515245 + 12345) % 2147483648, Math.floor((state / 2147483648) * below));
const labels = Array.from({ length: options }, (_, place) => "Option " + place);
const ms = {};
for (const method of ["SCHULZE", "INSTANT_RUNOFF", "SINGLE_TRANSFERABLE_VOTE"]) {
	const settings = readSettings(method, labels, method === "SINGLE_TRANSFERABLE_VOTE" ? { seats: 3 } : {});
	const cast = Array.from({ length: ballots }, () => {
		const order = settings.options.map(({ key }) => ({ key, at: next(1e9) })).sort((a, b) => a.at - b.at);
		const ranked = order.slice(0, next(5) === 0 ? 1 + next(options) : options);
		return { weight: 1, answer: readAnswer(settings, { marks: ranked.map(({ key }, place) => ({ option: key, value: place + 1 })) }) };
	});
	const start = performance.now();
	const { ranking } = count(settings, cast, "0");
	ms[method] = performance.now() - start;
	if (ranking.length === 0) throw new Error(method + " came to nothing");
}
console.log(JSON.stringify(ms));
`;

/** Counting a ranked poll by each of the three methods, the first time in a fresh process: as at a closing. */
export async function measureCounting({ ranked }: VotingPlan): Promise<VotingRow> {
	const { ballots, options } = ranked;
	const words = ["--input-type=module", "-e", PROGRAM, SHARED, String(ballots), String(options)];
	const { stdout } = await promisify(execFile)(process.execPath, words);
	const ms = JSON.parse(stdout) as Record<string, number>;
	const figures = Object.entries(ms).map(([method, value]) => [`${method} ms`, value]);
	return {
		measure: "counting",
		server: "crossroads",
		subscribers: ballots,
		figures: Object.fromEntries(figures),
	};
}
