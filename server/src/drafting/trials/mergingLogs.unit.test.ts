import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { SnapshotMaker } from "../actions/SnapshotMaker.ts";
import { CostlyTexts } from "../domain/CostlyTexts.ts";

describe("[D10] merging a log", () => {
	beforeEach(() => {
		vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
	});
	afterEach(() => {
		vi.useRealTimers();
	});

	function aMaker() {
		const merged: string[] = [];
		const maker = new SnapshotMaker({
			log: {
				load: async ([id = ""]: readonly string[]) => [{ id, seq: 600, snapshotSeq: 0, updates: [] }],
				replaceSnapshot: async ({ id }: { id: string }) => merged.push(id) > 0,
			},
			texts: { compact: async () => new Uint8Array() },
			history: { outgrown: async () => null },
			costly: new CostlyTexts(),
			clock: () => new Date(),
			warn: () => {},
		} as unknown as ConstructorParameters<typeof SnapshotMaker>[0]);
		return { maker, merged };
	}

	test("waits for a pause of those who write, however often it is asked for meanwhile", async () => {
		const { maker, merged } = aMaker();
		for (let keystroke = 0; keystroke < 50; keystroke++) {
			maker.wish("a", false);
			vi.advanceTimersByTime(900);
		}
		expect(merged).toEqual([]);
		vi.advanceTimersByTime(100);
		await maker.idle();
		expect(merged).toEqual(["a"]);
	});

	test("does not wait where the log has grown long, and then not once more", async () => {
		const { maker, merged } = aMaker();
		maker.wish("a", false);
		maker.wish("a", true);
		await maker.idle();
		vi.advanceTimersByTime(5_000);
		await maker.idle();
		expect(merged).toEqual(["a"]);
	});

	test("begins nothing after it was stopped", async () => {
		const { maker, merged } = aMaker();
		maker.wish("a", false);
		await maker.stop();
		vi.advanceTimersByTime(5_000);
		await maker.idle();
		expect(merged).toEqual([]);
	});
});
