import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { Groups } from "../groups/Groups.ts";
import { LogGroup } from "../groups/LogGroup.ts";
import { LogTail } from "../groups/LogTail.ts";
import { StateGroup } from "../groups/StateGroup.ts";
import type { LogEvent } from "../index.ts";
import { Connection } from "../protocol/Connection.ts";
import { Operations } from "../protocol/Operations.ts";
import { ViewerChanges } from "../protocol/ViewerChanges.ts";
import { type PlantedBug, runSchedule } from "../testing/schedules/runSchedule.ts";
import type { Stage } from "../testing/schedules/Stage.ts";
import { type Entry, Truth } from "../testing/schedules/Truth.ts";

/** `SCHEDULES=50000 FIRST_SEED=2001 npm test -- unit schedules` plays others. */
const schedules = Number(process.env.SCHEDULES ?? 2_000);
const firstSeed = Number(process.env.FIRST_SEED ?? 1);

/**
 * Seeds that failed once, and why. They are played every time. What 26 and 107 play has changed since with the trial
 * itself (it kills instances now); 107's fault has a test of its own in news/redisNews.integration.test.ts.
 */
const keptSeeds: readonly [seed: number, found: string][] = [
	[26, "rights given back while an instance was still looking at their loss (the trial's own bookkeeping)"],
	[107, "news that an instance could not send before it was stopped: whoever begins now has all look again"],
	[1730, "a new role moved its holder to a group that showed an older state than was on the screen"],
];

/** Seeds are played until a planted bug is found; none needs more. */
const MOST_SEEDS = 150;

beforeAll(
	() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval"] }),
);
afterEach(() => void vi.restoreAllMocks());
afterAll(() => void vi.useRealTimers());

interface Finding {
	readonly seed: number;
	readonly complaints: readonly string[];
}

async function play(seed: number, plant?: PlantedBug): Promise<Finding> {
	return { seed, complaints: await runSchedule(seed, plant) };
}

describe("after connect, cut, event, revoke and restart in any order [L4, L7, L8, L11, L13]", () => {
	it(`every client's view equals the truth: seeds ${firstSeed} to ${firstSeed + schedules - 1}`, async () => {
		const wrong: Finding[] = [];
		for (let seed = firstSeed; seed < firstSeed + schedules; seed += 1) {
			const finding = await play(seed);
			if (finding.complaints.length > 0) wrong.push(finding);
		}
		expect(wrong).toEqual([]);
	}, 300_000);

	it.each(keptSeeds)("also with seed %i: %s", async (seed) => {
		expect(await play(seed)).toEqual({ seed, complaints: [] });
	});

	it("seed 1730 shows the older state again when a group takes those who moved for newcomers", async () => {
		const join = StateGroup.prototype.join;
		vi.spyOn(StateGroup.prototype, "join").mockImplementation(function (this: StateGroup, member) {
			join.call(this, member, false);
		});
		expect((await play(1730)).complaints).toEqual(["state open went back from 3 to 2"]);
	});

	it("a seed plays the same every time", async () => {
		expect(await play(7, loseNews)).toEqual(await play(7, loseNews));
	});
});

/** What a schedule must find. A bug is planted into the engine's own classes, or (second) into each stage. */
const plantedBugs: readonly [bug: string, intoEngine: () => void, intoStage?: PlantedBug][] = [
	["news that get lost without a word", () => {}, loseNews],
	["a log that is read with a gap", () => now(Truth, "behind", (events) => events.filter(isNotTheThird))],
	["an event of a log that gets lost", () => sometimesNothing(LogTail, "push")],
	["an announcement that gets lost", () => sometimesNothing(StateGroup, "announced")],
	["appended events that are forgotten", () => sometimesNothing(LogGroup, "appended")],
	["lost news after which nothing is looked at again", () => nothing(Groups, "announceAll")],
	["a slow socket that gets no newest state", () => nothing(StateGroup, "released")],
	["a slow reader who is not caught up", () => nothing(LogGroup, "released")],
	["a reader brought up to date from a tail that does not know it", () => now(LogTail, "knows", () => true)],
	["a revocation that is not looked at", () => nothing(Connection, "reviewViewer")],
	["a review that enters nothing again", () => now(Operations, "review", async () => ({ refused: 0 }))],
	["a viewer from before the change", () => now(ViewerChanges, "hasChanged", () => false)],
];

describe("a schedule finds", () => {
	it.each(plantedBugs)(
		"%s",
		async (_bug, intoEngine, intoStage) => {
			intoEngine();
			let finding: Finding = { seed: 0, complaints: [] };
			while (finding.complaints.length === 0 && finding.seed < MOST_SEEDS)
				finding = await play(finding.seed + 1, intoStage);
			expect(finding.complaints).not.toEqual([]);
		},
		60_000,
	);
});

function loseNews({ bus }: Stage): void {
	bus.losesSilently = true;
}

function isNotTheThird({ payload }: LogEvent): boolean {
	return (payload as Entry).to !== 3;
}

// biome-ignore lint/suspicious/noExplicitAny: bugs are planted into methods of every shape
type AnyClass = { readonly prototype: any };

/** The method answers something else than it would. */
// biome-ignore lint/suspicious/noExplicitAny: as above
function now({ prototype }: AnyClass, method: string, answer: (answered: any) => unknown): void {
	const real = prototype[method];
	vi.spyOn(prototype, method).mockImplementation(function (this: unknown, ...args: unknown[]) {
		return answer(real.apply(this, args));
	});
}

function nothing({ prototype }: AnyClass, method: string): void {
	vi.spyOn(prototype, method).mockImplementation(() => {});
}

/** Every fifth call does nothing. */
function sometimesNothing({ prototype }: AnyClass, method: string): void {
	const real = prototype[method];
	let calls = 0;
	vi.spyOn(prototype, method).mockImplementation(function (this: unknown, ...args: unknown[]) {
		calls += 1;
		if (calls % 5 !== 0) real.apply(this, args);
	});
}
