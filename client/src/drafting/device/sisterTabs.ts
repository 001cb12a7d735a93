import type * as Y from "yjs";
import { takeIn } from "../provider/takeIn.ts";
import { quietly } from "./deviceMemory.ts";

/** What a tab hears from its sisters, and tells them. */
export interface SisterTabs {
	/** Tells the others by which lock they know that this tab lives; they hear of its end even after a crash. */
	introduce(lock: string): void;
	/** Tells the others that this tab goes, and leaves something unsent in the copy that they share. */
	leaveUnsent(): void;
	close(): void;
}

/** What is needed of the browser; the browser's own in the application. */
export interface SisterWorld {
	/** Absent where the page's address is not a secure one. */
	readonly locks: Pick<LockManager, "request"> | undefined;
	/** Whether the tab with this mark has left something unsent. */
	isUnsent(mark: string): boolean;
}

type Message = Uint8Array | "left" | { readonly lock: string; readonly isAnswer: boolean };

/**
 * Joins the tabs that one person has open on the same draft, on this device: what is written in one stands in the
 * others at once, with a connection or without. `onLeft`: a tab is gone whose words nobody has sent yet; they are in
 * `doc`. To be joined before the copy on the device is read, so that nothing falls between.
 */
export function joinSisterTabs(
	doc: Y.Doc,
	copy: string,
	onLeft: () => void,
	world: SisterWorld = ofThisBrowser(),
): SisterTabs {
	if (!("BroadcastChannel" in globalThis)) return { introduce() {}, leaveUnsent() {}, close() {} };
	const channel = new BroadcastChannel(copy);
	const say = (message: Message) => channel.postMessage(message);
	const ending = new AbortController();
	const watched = new Set<string>();
	let own: string | null = null;
	const tell = (update: Uint8Array, _: unknown, __: Y.Doc, transaction: Y.Transaction) => {
		if (transaction.local) say(update);
	};
	const watch = (lock: string) => {
		if (watched.has(lock)) return;
		watched.add(lock);
		const dead = () => {
			if (world.isUnsent(lock)) onLeft();
		};
		world.locks?.request(lock, { signal: ending.signal }, dead).catch(() => {});
	};
	doc.on("update", tell);
	channel.onmessage = ({ data }: MessageEvent<Message>) => {
		if (data instanceof Uint8Array) return takeIn(doc, [data], channel);
		if (data === "left") return onLeft();
		watch(data.lock);
		if (!data.isAnswer && own !== null) say({ lock: own, isAnswer: true });
	};
	return {
		introduce(lock) {
			own = lock;
			say({ lock, isAnswer: false });
		},
		leaveUnsent: () => say("left"),
		close() {
			ending.abort();
			doc.off("update", tell);
			channel.close();
		},
	};
}

const ofThisBrowser = (): SisterWorld => ({
	locks: globalThis.navigator?.locks,
	isUnsent: (mark) => quietly(() => localStorage.getItem(mark)) !== null,
});
