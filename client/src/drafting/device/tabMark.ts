import type { UnsentMark } from "../provider/DraftLink.ts";
import { marksOf, quietly } from "./deviceMemory.ts";

/** What a tab needs of the browser; the browser's own in the application. */
export interface TabWorld {
	readonly storage: Pick<Storage, "getItem" | "setItem" | "removeItem">;
	names(): readonly string[];
	/** Absent where the page's address is not a secure one. */
	readonly locks: Pick<LockManager, "request" | "query"> | undefined;
	newId(): string;
}

/** One tab's mark that something of a copy is unsent. */
export interface TabMark extends UnsentMark {
	/** Also the name of the lock that the tab holds for as long as it lives. */
	readonly name: string;
	close(): void;
}

/**
 * Opens this tab's mark, and takes over those of tabs that are gone: what they left unsent is in the copy on the
 * device, to be read after this. Marks of tabs that live stay theirs: what is saved here says nothing of them. A device
 * that keeps nothing forgets the mark at the reload. Never rejects.
 */
export async function openTabMark(copy: string, world: TabWorld = ofThisBrowser()): Promise<TabMark> {
	const own = `${marksOf(copy)}${world.newId()}`;
	const letGo = hold(own, world.locks);
	const living = await livingTabs(world.locks);
	const all = (quietly(() => world.names()) ?? []).filter((name) => name.startsWith(marksOf(copy)));
	const mine = [own, ...all.filter((name) => !living.has(name))];
	return {
		name: own,
		read: () => oldest(mine.map((name) => quietly(() => world.storage.getItem(name)))),
		write(since) {
			if (since) quietly(() => world.storage.setItem(own, since.toISOString()));
			else for (const name of mine) quietly(() => world.storage.removeItem(name));
		},
		close: letGo,
	};
}

/** A tab lives as long as it holds the lock of its mark: the browser lets go of it even after a crash. */
function hold(name: string, locks: TabWorld["locks"]): () => void {
	let letGo = () => {};
	const held = new Promise<void>((resolve) => {
		letGo = resolve;
	});
	locks?.request(name, () => held).catch(() => {});
	return letGo;
}

async function livingTabs(locks: TabWorld["locks"]): Promise<ReadonlySet<string | undefined>> {
	const { held = [] } = (await locks?.query().catch(() => null)) ?? {};
	return new Set(held.map(({ name }) => name));
}

function oldest(texts: readonly (string | null)[]): Date | null {
	const times = texts.map((text) => Date.parse(text ?? "")).filter((time) => !Number.isNaN(time));
	return times.length > 0 ? new Date(Math.min(...times)) : null;
}

const ofThisBrowser = (): TabWorld => ({
	storage: {
		getItem: (name) => localStorage.getItem(name),
		setItem: (name, value) => localStorage.setItem(name, value),
		removeItem: (name) => localStorage.removeItem(name),
	},
	names: () => Object.keys(localStorage),
	locks: globalThis.navigator?.locks,
	newId: () => crypto.randomUUID(),
});
