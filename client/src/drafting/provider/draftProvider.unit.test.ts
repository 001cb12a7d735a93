import { draftRoot } from "@crossroads/shared";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import * as Y from "yjs";
import {
	browser,
	closeAll,
	compared,
	cut,
	mend,
	open,
	settle,
	start,
	textOf,
	write,
} from "../testing/aBrowser.ts";
import { MemoryServer, memoryMark } from "../testing/memoryServer.ts";
import type { Keeping } from "./DraftLink.ts";
import { DraftProvider } from "./DraftProvider.ts";
import { pageIds } from "./heldIds.ts";

beforeEach(() => {
	vi.useFakeTimers({ now: start });
});

afterEach(() => {
	closeAll();
	vi.useRealTimers();
});

describe("a draft in the browser", () => {
	test("what one writes the other sees, and it is called saved only after the server's answer", async () => {
		const server = new MemoryServer();
		const ana = browser(server);
		const ben = browser(server);
		expect(ana.provider.state).toMatchObject({ isOpen: true, save: { kind: "saved" } });
		write(ana.doc, "Cities ask");
		expect(ana.provider.state.save).toEqual({ kind: "saving" });
		await settle();
		expect(ana.provider.state.save).toEqual({ kind: "saved" });
		expect(textOf(ben.doc)).toBe("Cities ask");
	});

	test("what is written while a push is under way is merged into the next", async () => {
		const server = new MemoryServer();
		const ana = browser(server);
		await settle();
		for (const letter of "together") write(ana.doc, letter);
		await settle();
		expect(ana.link.pushes).toHaveLength(2);
		expect(textOf(server.doc)).toBe("together");
	});

	test("a minute offline: both go on writing, the state is honest, afterwards both texts are the same", async () => {
		const server = new MemoryServer();
		const ana = browser(server);
		const ben = browser(server);
		write(ana.doc, "one ");
		await settle();
		cut(ana.link, ana.provider);
		await vi.advanceTimersByTimeAsync(5_000);
		expect(ana.provider.state.save).toEqual({ kind: "saved" });
		write(ana.doc, "two ");
		expect(ana.provider.state.save).toEqual({
			kind: "unsent",
			since: new Date(start.getTime() + 5_000),
			keeping: "lost",
		});
		write(ben.doc, "three ");
		await vi.advanceTimersByTimeAsync(60_000);
		write(ana.doc, "four ");
		expect(ana.provider.state.save).toEqual({
			kind: "unsent",
			since: new Date(start.getTime() + 5_000),
			keeping: "lost",
		});
		expect(textOf(ben.doc)).toBe("one three ");
		mend(ana.link, ana.provider);
		await settle();
		expect(ana.provider.state.save).toEqual({ kind: "saved" });
		expect(textOf(ana.doc)).toBe(textOf(ben.doc));
		expect(textOf(server.doc)).toBe(textOf(ben.doc));
		for (const words of ["one ", "two ", "three ", "four "]) expect(textOf(ben.doc)).toContain(words);
	});

	test("a push whose answer was lost is handed in again with its id and counts once", async () => {
		const server = new MemoryServer();
		const ana = browser(server);
		ana.link.losesNextAnswer = true;
		write(ana.doc, "once");
		await settle();
		expect(ana.provider.state.save).toEqual({ kind: "saving" });
		await vi.advanceTimersByTimeAsync(600);
		expect(ana.provider.state.save).toEqual({ kind: "saved" });
		expect(new Set(ana.link.pushes).size).toBe(1);
		expect(ana.link.pushes).toHaveLength(2);
		expect(server.log).toHaveLength(1);
	});

	test("twin: a provider that calls every push saved would be caught", async () => {
		const server = new MemoryServer();
		const ana = browser(server);
		cut(ana.link, ana.provider);
		write(ana.doc, "lost?");
		await settle();
		expect(server.log).toHaveLength(0);
		expect(ana.provider.state.save.kind).not.toBe("saved");
	});

	test("of what is not sent it is said whether the device has it, and never before it has", async () => {
		const server = new MemoryServer();
		const keeper = { keeping: "kept" as Keeping, told: () => {}, subscribe };
		function subscribe(told: () => void) {
			keeper.told = told;
			return () => {};
		}
		const provider = new DraftProvider({ doc: new Y.Doc(), link: server.link(), mark: memoryMark(), keeper });
		open.push(provider);
		provider.setWritable(true);
		provider.start();
		await settle();
		provider.setOnline(false);
		keeper.keeping = "keeping";
		write(provider.doc, "offline");
		expect(provider.state.save).toEqual({ kind: "unsent", since: start, keeping: "keeping" });
		keeper.keeping = "kept";
		keeper.told();
		expect(provider.state.save).toEqual({ kind: "unsent", since: start, keeping: "kept" });
	});

	test("a connection that only seems to be there: after four seconds without an answer, not sent", async () => {
		const server = new MemoryServer();
		const ana = browser(server);
		ana.link.isConnected = false;
		write(ana.doc, "hello");
		await vi.advanceTimersByTimeAsync(3_900);
		expect(ana.provider.state.save).toEqual({ kind: "saving" });
		await vi.advanceTimersByTimeAsync(200);
		expect(ana.provider.state.save).toEqual({ kind: "unsent", since: start, keeping: "lost" });
	});

	test("a reload while offline: what the device remembers is compared with the server and handed in", async () => {
		const server = new MemoryServer();
		const ana = browser(server);
		write(ana.doc, "first ");
		await settle();
		cut(ana.link, ana.provider);
		write(ana.doc, "unsent ");
		await settle();
		const remembered = new Y.Doc();
		Y.applyUpdate(remembered, Y.encodeStateAsUpdate(ana.doc), "from the device");
		ana.provider.destroy();
		server.take("other", [updateOf("others ")]);

		const link = server.link();
		link.isConnected = false;
		const provider = new DraftProvider({
			doc: remembered,
			link,
			mark: memoryMark(ana.mark.since),
			ids: ana.ids,
		});
		open.push(provider);
		provider.setWritable(true);
		provider.start();
		expect(provider.state).toMatchObject({
			isOpen: true,
			save: { kind: "unsent", since: start, keeping: "lost" },
		});
		await settle();
		mend(link, provider);
		await compared();
		expect(provider.state.save).toEqual({ kind: "saved" });
		expect(textOf(remembered)).toBe(textOf(server.doc));
		expect(textOf(server.doc)).toContain("unsent ");
		expect(textOf(server.doc)).toContain("others ");
		expect(server.log).toHaveLength(3);
	});

	test("twin: a device that forgot under which ids it wrote could not hand in its words, and says so", async () => {
		const server = new MemoryServer();
		const ana = browser(server);
		await settle();
		cut(ana.link, ana.provider);
		write(ana.doc, "unsent ");
		const doc = new Y.Doc();
		Y.applyUpdate(doc, Y.encodeStateAsUpdate(ana.doc), "from the device");
		ana.provider.destroy();
		const forgetful = browser(server, { doc, mark: memoryMark(start) });
		await vi.advanceTimersByTimeAsync(60_000);
		expect(textOf(server.doc)).toBe("");
		expect(forgetful.provider.state.save).toEqual({ kind: "unsent", since: start, keeping: "lost" });
	});

	test("what is typed before the server has said who we are is handed in with its answer", async () => {
		const server = new MemoryServer();
		const ana = browser(server);
		write(ana.doc, "early ");
		expect(ana.link.pushes).toEqual([]);
		const early = ana.doc.clientID;
		await settle();
		expect(textOf(server.doc)).toBe("early ");
		expect(server.given).toContain(early);
		expect(ana.provider.state.save).toEqual({ kind: "saved" });
	});

	test("two tabs never write under the same id, and each caret moves to the id that was given", async () => {
		const server = new MemoryServer();
		const tabs = [browser(server), browser(server)];
		await settle();
		const ids = tabs.map(({ doc }) => doc.clientID);
		expect(new Set(ids).size).toBe(2);
		for (const { doc, provider } of tabs) expect(provider.awareness.clientID).toBe(doc.clientID);
		expect(ids.every((id) => server.given.has(id))).toBe(true);
	});

	test("under a new sign-in the ids are bound again, and the same push goes through once", async () => {
		const server = new MemoryServer();
		const ana = browser(server);
		await settle();
		server.given.clear();
		write(ana.doc, "mine ");
		await settle();
		expect(ana.provider.state.save).toEqual({ kind: "saved" });
		expect(textOf(server.doc)).toBe("mine ");
		expect(new Set(ana.link.pushes).size).toBe(1);
	});

	test("words of a sister tab that the server lacks are handed in with those that build on them", async () => {
		const server = new MemoryServer();
		const ids = pageIds();
		const first = browser(server, { ids });
		await settle();
		first.link.isConnected = false;
		write(first.doc, "first ");
		const second = browser(server, { ids });
		await settle();
		Y.applyUpdate(second.doc, Y.encodeStateAsUpdate(first.doc), "sister");
		write(second.doc, "second ");
		await vi.advanceTimersByTimeAsync(300);
		server.epoch += 1;
		second.link.catchUp();
		await vi.advanceTimersByTimeAsync(2_000);
		expect(textOf(server.doc)).toBe("first second ");
		expect(second.provider.state.save).toEqual({ kind: "saved" });
		mend(first.link, first.provider);
		await vi.advanceTimersByTimeAsync(5_000);
		expect(first.provider.state.save).toEqual({ kind: "saved" });
		expect(textOf(server.doc)).toBe("first second ");
	});

	test("a text that comes as an older one with the rest behind it is judged by all of it", async () => {
		const server = new MemoryServer();
		const ana = browser(server);
		await settle();
		for (const words of ["one ", "two ", "three "]) {
			write(ana.doc, words);
			await settle();
		}
		server.snapshotAt = 1;
		const doc = new Y.Doc();
		Y.applyUpdate(doc, Y.encodeStateAsUpdate(ana.doc), "from the device");
		const again = browser(server, { doc, ids: ana.ids });
		await compared();
		expect(again.provider.state.save).toEqual({ kind: "saved" });
		expect(again.link.pushes).toEqual([]);
		const reader = browser(server, { doc: new Y.Doc(), isWritable: false });
		Y.applyUpdate(reader.doc, Y.encodeStateAsUpdate(ana.doc), "from the device");
		reader.provider.compareAgain();
		await compared();
		expect(reader.provider.state.save).toEqual({ kind: "saved" });
	});

	test("a server that came back from an old backup is given what it has lost", async () => {
		const server = new MemoryServer();
		const ana = browser(server);
		write(ana.doc, "kept ");
		await settle();
		write(ana.doc, "lost ");
		await settle();
		server.log.pop();
		server.epoch = 2;
		mend(ana.link, ana.provider);
		await compared();
		expect(textOf(server.doc)).toBe("kept lost ");
	});

	test("a deletion that was made offline is handed in too", async () => {
		const server = new MemoryServer();
		const ana = browser(server);
		write(ana.doc, "a");
		write(ana.doc, "b");
		await settle();
		cut(ana.link, ana.provider);
		ana.doc.getXmlFragment(draftRoot).delete(0, 1);
		ana.provider.destroy();
		const again = browser(server, { doc: ana.doc });
		await compared();
		expect(textOf(server.doc)).toBe("b");
		expect(again.provider.state.save).toEqual({ kind: "saved" });
	});

	test("what the server refuses is said, and nothing more is sent", async () => {
		const server = new MemoryServer();
		const ana = browser(server);
		server.refusal = "DRAFT_IS_READ_ONLY";
		write(ana.doc, "too late");
		await settle();
		expect(ana.provider.state.save).toEqual({ kind: "refused", code: "DRAFT_IS_READ_ONLY" });
		write(ana.doc, "still");
		await settle();
		expect(ana.link.pushes).toHaveLength(1);
	});

	test("who may not write sends nothing; unsent words of before are not called saved", async () => {
		const server = new MemoryServer();
		const reader = browser(server, { isWritable: false });
		write(reader.doc, "not mine to write");
		await vi.advanceTimersByTimeAsync(20_000);
		expect(reader.link.pushes).toEqual([]);
		expect(reader.link.here).toEqual([]);
		const mark = memoryMark(start);
		const late = browser(server, { doc: reader.doc, isWritable: false, mark });
		await compared();
		expect(late.provider.state.save).toEqual({ kind: "refused", code: "DRAFT_IS_READ_ONLY" });
		expect(mark.since).toEqual(start);
	});

	test("pushes stay within a frame, however much was written offline", async () => {
		const server = new MemoryServer();
		const ana = browser(server);
		cut(ana.link, ana.provider);
		for (let at = 0; at < 30; at++) write(ana.doc, "x".repeat(5_000));
		mend(ana.link, ana.provider);
		await vi.advanceTimersByTimeAsync(1_000);
		expect(ana.provider.state.save).toEqual({ kind: "saved" });
		expect(Math.max(...server.log.map(({ update }) => update.length))).toBeLessThanOrEqual(40 * 1024);
		expect(textOf(server.doc)).toHaveLength(150_000);
	});
});

describe("who is at the draft", () => {
	test("the others' carets come from the server; who is gone there is gone here", async () => {
		const { provider, link } = browser(new MemoryServer());
		const writer = {
			clientId: 7,
			personId: "p",
			name: "Ben",
			partnerCode: "ETT",
			colour: "#2b6e2f",
			cursor: '{"anchor":1,"head":2}',
		};
		link.writers([writer, { ...writer, clientId: 8, cursor: "junk" }]);
		expect(provider.awareness.getStates().get(7)).toEqual({
			user: { name: "Ben", color: "#2b6e2f", clientId: 7 },
			cursor: { anchor: 1, head: 2 },
		});
		expect(provider.awareness.getStates().get(8)?.cursor).toBeNull();
		await vi.advanceTimersByTimeAsync(120_000);
		expect(provider.state.writers).toHaveLength(2);
		link.writers([]);
		expect([...provider.awareness.getStates().keys()]).toEqual([provider.doc.clientID]);
	});

	test("a moving caret is told at most ten times a second, and a resting one every 15 seconds", async () => {
		const { provider, link } = browser(new MemoryServer());
		await vi.advanceTimersByTimeAsync(1_000);
		link.here.length = 0;
		for (let step = 0; step < 50; step++) {
			provider.awareness.setLocalStateField("cursor", { anchor: step, head: step });
			await vi.advanceTimersByTimeAsync(10);
		}
		await vi.advanceTimersByTimeAsync(200);
		expect(link.here.length).toBeLessThanOrEqual(6);
		expect(link.here.at(-1)?.cursor).toBe('{"anchor":49,"head":49}');
		link.here.length = 0;
		await vi.advanceTimersByTimeAsync(45_000);
		expect(link.here.length).toBeGreaterThanOrEqual(2);
	});
});

function updateOf(words: string): Uint8Array {
	const doc = new Y.Doc();
	write(doc, words);
	return Y.encodeStateAsUpdate(doc);
}
