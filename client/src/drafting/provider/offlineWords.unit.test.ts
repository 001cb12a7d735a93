import { draftRoot, mostPushBytes } from "@crossroads/shared";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { browser, closeAll, cut, mend, settle, start, textOf, write } from "../testing/aBrowser.ts";
import { MemoryServer } from "../testing/memoryServer.ts";

beforeEach(() => {
	vi.useFakeTimers({ now: start });
});

afterEach(() => {
	closeAll();
	vi.useRealTimers();
});

describe("words without a connection, more than any push may carry", () => {
	/** What a person writes offline in one go, in characters: a keystroke, or a book. */
	const sitting = fc.array(fc.integer({ min: 1, max: 120_000 }), { minLength: 1, maxLength: 8 });
	const clocksOf = (server: MemoryServer) =>
		server.log.flatMap(({ update }) =>
			Y.decodeUpdate(update).structs.map(({ id, length }) => ({ id, length })),
		);

	test("whatever the size, all of it arrives, once, in pushes that follow; after a reload as well", async () => {
		const property = fc.asyncProperty(sitting, fc.boolean(), async (lengths, isReloaded) => {
			const server = new MemoryServer();
			const ana = browser(server);
			await settle();
			cut(ana.link, ana.provider);
			for (const length of lengths) write(ana.doc, "x".repeat(length));
			if (lengths.length > 4) ana.doc.getXmlFragment(draftRoot).delete(1, 1);
			const later = isReloaded ? reloaded(server, ana) : ana;
			mend(later.link, later.provider);
			await vi.waitFor(() => expect(later.provider.state.save).toEqual({ kind: "saved" }), {
				timeout: 60_000,
			});
			expect(textOf(server.doc)).toBe(textOf(ana.doc));
			expect(Math.max(...server.log.map(({ update }) => update.length))).toBeLessThan(mostPushBytes);
			// Each place of the text came in exactly one push.
			const arrived = clocksOf(server).reduce((sum, { length }) => sum + length, 0);
			const written = [...Y.decodeStateVector(Y.encodeStateVector(ana.doc)).values()];
			expect(arrived).toBe(written.reduce((sum, clock) => sum + clock, 0));
			closeAll();
		});
		await fc.assert(property, { numRuns: 15 });
	}, 30_000);

	function reloaded(server: MemoryServer, { doc, mark, ids, provider }: ReturnType<typeof browser>) {
		const remembered = new Y.Doc();
		Y.applyUpdate(remembered, Y.encodeStateAsUpdate(doc), "from the device");
		provider.destroy();
		return browser(server, { doc: remembered, mark, ids });
	}

	test("a cut in the midst of it: the rest follows, and nothing comes twice", async () => {
		const server = new MemoryServer();
		const ana = browser(server);
		await settle();
		cut(ana.link, ana.provider);
		write(ana.doc, "x".repeat(600_000));
		await settle();
		mend(ana.link, ana.provider);
		ana.link.losesNextAnswer = true;
		await settle();
		cut(ana.link, ana.provider);
		expect(server.log.length).toBeGreaterThan(0);
		await vi.advanceTimersByTimeAsync(60_000);
		expect(ana.provider.state.save.kind).toBe("unsent");
		const again = reloaded(server, ana);
		await vi.waitFor(() => expect(again.provider.state.save).toEqual({ kind: "saved" }), { timeout: 60_000 });
		expect(textOf(server.doc)).toHaveLength(600_000);
	});

	test("twin: handed in as one, it would be refused", async () => {
		const server = new MemoryServer();
		const ana = browser(server);
		await settle();
		cut(ana.link, ana.provider);
		write(ana.doc, "x".repeat(600_000));
		server.open([ana.doc.clientID]);
		expect(server.judge([Y.encodeStateAsUpdate(ana.doc)])).toBe("UPDATE_TOO_LARGE");
	});
});
