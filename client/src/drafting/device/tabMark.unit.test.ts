import { expect, test } from "vitest";
import { copyName } from "./deviceMemory.ts";
import { openTabMark, type TabWorld } from "./tabMark.ts";

const copy = copyName("d1", "ana");
const earlier = new Date("2026-11-23T13:00:00Z");
const later = new Date("2026-11-23T14:02:00Z");

/** One device; each tab on it is opened with the next id, and can die as tabs do. */
function device({ hasLocks = true } = {}) {
	const kept = new Map<string, string>();
	const held = new Set<string>();
	let tabs = 0;
	const world = (): TabWorld => ({
		storage: {
			getItem: (name) => kept.get(name) ?? null,
			setItem: (name, value) => void kept.set(name, value),
			removeItem: (name) => void kept.delete(name),
		},
		names: () => [...kept.keys()],
		locks: hasLocks
			? ({
					async request(name: string, work: () => Promise<void>) {
						held.add(name);
						await work();
						held.delete(name);
					},
					query: async () => ({ held: [...held].map((name) => ({ name })) }),
				} as unknown as LockManager)
			: undefined,
		newId: () => `tab-${++tabs}`,
	});
	return { open: () => openTabMark(copy, world()), kept };
}

test("what is saved in one tab says nothing of another one's unsent words", async () => {
	const { open } = device();
	const [one, two] = [await open(), await open()];
	two.write(later);
	one.write(earlier);
	one.write(null);
	expect(one.read()).toBeNull();
	expect(two.read()).toEqual(later);
});

test("what a closed tab left unsent is the concern of the next one to open, since it was written", async () => {
	const { open, kept } = device();
	const gone = await open();
	gone.write(earlier);
	gone.close();
	await Promise.resolve();
	const next = await open();
	expect(next.read()).toEqual(earlier);
	next.write(null);
	expect(kept.size).toBe(0);
});

test("a tab that was open before does not answer for words that it never read", async () => {
	const { open, kept } = device();
	const [stays, goes] = [await open(), await open()];
	goes.write(earlier);
	goes.close();
	await Promise.resolve();
	stays.write(null);
	expect(kept.size).toBe(1);
});

test("a browser without locks keeps one mark at least", async () => {
	const { open } = device({ hasLocks: false });
	(await open()).write(earlier);
	expect((await open()).read()).toEqual(earlier);
});
