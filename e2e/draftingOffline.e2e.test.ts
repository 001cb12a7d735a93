import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { chromiumPath, launchBrowser } from "./testing/browser.ts";
import { type CuttableWire, cuttableWire } from "./testing/cuttableWire.ts";
import type { GraphClient } from "./testing/graph.ts";
import { demoPlenary, signedIn } from "./testing/people.ts";
import { type RunningCrossroads, startCrossroads } from "./testing/startCrossroads.ts";
import { shows, type Visitor, visit } from "./testing/visitor.ts";
import {
	crash,
	keptOnDevice,
	linesOf,
	linesOnServer,
	newLine,
	openDraft,
	paste,
	says,
	takeAllAway,
	write,
} from "./testing/writing.ts";

describe.skipIf(chromiumPath === undefined)("a draft without a connection", () => {
	let crossroads: RunningCrossroads;
	let browser: Browser;
	let wire: CuttableWire;
	let reader: GraphClient;
	let clients: GraphClient[];
	let draftId: string;
	let visitors: Visitor[] = [];

	beforeAll(async () => {
		crossroads = await startCrossroads();
		browser = await launchBrowser();
		const { recommendation, delegates, facilitator } = await demoPlenary(crossroads.address);
		draftId = recommendation.draft.id;
		reader = facilitator;
		clients = await Promise.all(delegates.slice(0, 3).map(({ id }) => signedIn(crossroads.address, id)));
	});
	afterAll(async () => {
		await browser?.close();
		await crossroads?.stop();
	});
	beforeEach(async () => {
		wire = await cuttableWire(crossroads.address);
	});
	afterEach(async () => {
		for (const { faults } of visitors) expect(faults).toEqual([]);
		await Promise.all(visitors.map(({ context }) => context.close()));
		visitors = [];
		await wire.close();
	});

	/** A delegate at the draft, at a laptop of their own. */
	async function writer(which: number, address = crossroads.address): Promise<Visitor> {
		const visitor = await visit(browser, address, "laptop", {
			cookie: (clients[which] as GraphClient).cookie,
		});
		visitors.push(visitor);
		return visitor;
	}

	/** Waits until all show as saved, and server and screens have the same paragraphs; gives them. */
	async function agreed(...screens: Pick<Visitor, "page">[]): Promise<string[]> {
		for (const screen of screens) await says(screen, "saved");
		return vi.waitFor(
			async () => {
				const lines = await linesOnServer(reader, draftId);
				for (const screen of screens) expect(await linesOf(screen)).toEqual(lines);
				return lines;
			},
			{ timeout: 20_000, interval: 100 },
		);
	}

	/** Takes everything away again, so that the next test has a short text. */
	async function clear(visitor: Visitor): Promise<void> {
		await takeAllAway(visitor);
		expect(await agreed(visitor)).toEqual([]);
	}

	test("an hour without a connection ends with both texts in both places", async () => {
		const [away, here] = [await writer(0, wire.address), await writer(1)];
		await away.page.clock.install();
		for (const each of [away, here]) await openDraft(each, draftId);
		await says(away, "saved");
		wire.cut();
		await write(away, "Written in the mountains.");
		await says(away, "unsent");
		const since = await away.page.locator("[data-kind=unsent]").innerText();
		expect(since).toMatch(/Not sent since \d\d:\d\d/);
		await write(here, "Written in town meanwhile.");
		await away.page.clock.fastForward("01:00:00");
		await write(away, "And an hour later.");
		expect(await away.page.locator("[data-kind]").innerText()).toBe(since);
		wire.mend();
		const lines = await agreed(away, here);
		expect(lines).toEqual(
			expect.arrayContaining([
				"Written in the mountains.",
				"Written in town meanwhile.",
				"And an hour later.",
			]),
		);
	});

	test("a tab that dies without a connection has what was called kept when it is opened again, and sends it once", async () => {
		const [away, here] = [await writer(0, wire.address), await writer(1)];
		for (const each of [away, here]) await openDraft(each, draftId);
		await says(away, "saved");
		wire.cut();
		await write(away, "Written before the battery died.");
		await says(away, "unsent");
		await keptOnDevice(away);
		await away.page.keyboard.type(" And these last letters perhaps not.");
		await crash(away);
		await write(here, "Nobody else could know.");
		expect(await linesOnServer(reader, draftId)).not.toContain("Written before the battery died.");
		wire.mend();
		const again = { ...away, page: await away.context.newPage() };
		await openDraft(again, draftId);
		const lines = await agreed(again, here);
		expect(lines).toContain("Nobody else could know.");
		expect(lines.filter((line) => line.startsWith("Written before the battery died."))).toHaveLength(1);
	});

	test("a page that is reloaded without a connection opens, with all its words, and sends them afterwards", async () => {
		const away = await writer(0, wire.address);
		await openDraft(away, draftId);
		await says(away, "saved");
		await away.page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
		wire.cut();
		await write(away, "Written before the reload.");
		await keptOnDevice(away);
		const since = await away.page.locator("[data-kind=unsent]").innerText();
		away.page.on("dialog", (dialog) => void dialog.accept());
		await away.page.reload();
		await away.page.locator("[contenteditable=true]").waitFor();
		await shows(away.page, "Written before the reload.");
		await keptOnDevice(away);
		expect(await away.page.locator("[data-kind=unsent]").innerText()).toBe(since);
		await write(away, "Written after it.");
		await keptOnDevice(away);
		await away.page.reload();
		await shows(away.page, "Written after it.");
		expect(await linesOnServer(reader, draftId)).not.toContain("Written after it.");
		wire.mend();
		const lines = await agreed(away);
		for (const words of ["Written before the reload.", "Written after it."])
			expect(lines.filter((line) => line === words)).toHaveLength(1);
	});

	test("twin: where the browser keeps no files, a page without a connection does not open", async () => {
		const away = await visit(browser, wire.address, "laptop", {
			cookie: (clients[0] as GraphClient).cookie,
			serviceWorkers: "block",
		});
		visitors.push(away);
		await openDraft(away, draftId);
		wire.cut();
		await expect(away.page.reload()).rejects.toThrow(/ERR_/);
	});

	test("after signing out the device keeps nothing of it: without a connection there is no draft to see", async () => {
		// A sign-in of its own: the others' go on.
		const { id } = (await demoPlenary(crossroads.address)).delegates[0] ?? { id: "" };
		const { cookie } = await signedIn(crossroads.address, id);
		const away = await visit(browser, wire.address, "laptop", { cookie });
		visitors.push(away);
		await openDraft(away, draftId);
		await says(away, "saved");
		await away.page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
		await away.page.getByRole("button", { name: /: account/ }).click();
		await away.page.getByRole("menuitem", { name: "Sign out", exact: true }).click();
		await away.page.getByRole("link", { name: "Sign in" }).first().waitFor();
		const kept = () =>
			away.page.evaluate(async () => ({
				databases: (await indexedDB.databases()).map(({ name }) => name),
				viewer: localStorage.getItem("crossroads.viewer"),
			}));
		await vi.waitFor(async () => expect(await kept()).toEqual({ databases: [], viewer: null }));
		wire.cut();
		await away.page.goto(`/drafts/${draftId}`);
		await shows(away.page, "We could not reach the server.");
	});

	test("more than one push may carry, written without a connection in a tab that dies: it goes in parts and arrives once", async () => {
		const away = await writer(0, wire.address);
		await openDraft(away, draftId);
		await says(away, "saved");
		wire.cut();
		for (let part = 0; part < 6; part++) {
			const lines = Array.from(
				{ length: 40 },
				(_, at) => `Part ${part}, line ${at}. ${"wörds ".repeat(200)}`,
			);
			await newLine(away.page);
			await paste(away, { "text/plain": lines.join("\n\n") });
			await shows(away.page, `Part ${part}, line 39.`);
		}
		await says(away, "unsent");
		await keptOnDevice(away);
		await crash(away);
		wire.mend();
		const again = { ...away, page: await away.context.newPage() };
		await openDraft(again, draftId);
		const lines = await agreed(again);
		expect(lines.filter((line) => /^Part \d, line \d+\./.test(line))).toHaveLength(240);
		await clear(again);
	});

	test("two tabs of one person write the same text, and one may die with unsent words", async () => {
		const one = await writer(0, wire.address);
		const two = { page: await one.context.newPage() };
		for (const tab of [one, two]) await openDraft({ ...one, ...tab }, draftId);
		for (const [tab, words] of [
			[one, "From the first tab."],
			[two, "From the second tab."],
		] as const) {
			await tab.page.bringToFront();
			await write({ ...one, ...tab }, words);
			for (const each of [one, two]) await shows(each.page, words);
		}
		await agreed(one, two);

		wire.cut();
		await write({ ...one, ...two }, "The second tab is offline.");
		await says(two, "unsent");
		// Offline as well, and yet the same text: on one device the tabs hear each other.
		await shows(one.page, "The second tab is offline.");
		await one.page.bringToFront();
		await write(one, "So is the first one.");
		await says(one, "unsent");
		await crash({ ...one, ...two });
		wire.mend();
		const lines = await agreed(one);
		for (const words of ["From the first tab.", "From the second tab.", "So is the first one."])
			expect(lines.filter((line) => line === words)).toHaveLength(1);
		expect(lines).toContain("The second tab is offline.");
	});
});
