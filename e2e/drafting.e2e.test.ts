import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { chromiumPath, launchBrowser } from "./testing/browser.ts";
import { type CuttableWire, cuttableWire } from "./testing/cuttableWire.ts";
import type { GraphClient } from "./testing/graph.ts";
import { demoPlenary, signedIn } from "./testing/people.ts";
import { type RunningCrossroads, startCrossroads } from "./testing/startCrossroads.ts";
import { shows, type Visitor, visit } from "./testing/visitor.ts";
import { linesOf, linesOnServer, newLine, openDraft, says, write, writeFirst } from "./testing/writing.ts";

describe.skipIf(chromiumPath === undefined)("a draft in real browsers", () => {
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

	test("undo takes back what I did, and nothing of what the others did meanwhile", async () => {
		const [mine, theirs] = [await writer(0), await writer(1)];
		await mine.page.clock.install();
		for (const each of [mine, theirs]) await openDraft(each, draftId);
		await write(mine, "Mine stays");
		// Undo takes what is written within half a second as one change.
		await mine.page.clock.fastForward(600);
		await mine.page.keyboard.insertText(" and this goes.");
		await shows(theirs.page, "Mine stays and this goes.");
		await write(theirs, "Theirs, written after it.");
		await shows(mine.page, "Theirs, written after it.");
		await mine.page.getByRole("button", { name: "Undo my last change" }).click();
		const undone = await agreed(mine, theirs);
		expect(undone).toContain("Mine stays");
		expect(undone).toContain("Theirs, written after it.");
		await mine.page.getByRole("button", { name: "Redo my last change" }).click();
		expect(await agreed(mine, theirs)).toContain("Mine stays and this goes.");
	});

	test("on a slow and narrow line everything arrives, and nothing is called saved too early", async () => {
		const [slow, fast] = [await writer(0, wire.address), await writer(1)];
		for (const each of [slow, fast]) await openDraft(each, draftId);
		const devtools = await slow.context.newCDPSession(slow.page);
		await devtools.send("Network.emulateNetworkConditions", {
			offline: false,
			latency: 300,
			downloadThroughput: 20_000,
			uploadThroughput: 10_000,
		});
		wire.slow(250);
		await newLine(slow.page);
		for (const word of "bad conference Wi-Fi carries this word by word".split(" ")) {
			await slow.page.keyboard.type(`${word} `);
			expect(await slow.page.locator("[data-kind]").getAttribute("data-kind")).not.toBe("saved");
		}
		// Not where the slow one writes: whoever presses Enter in the midst of words that are coming parts them.
		await writeFirst(fast, "The others go on at full speed. ");
		const lines = await agreed(slow, fast);
		expect(lines.join("\n")).toContain("bad conference Wi-Fi carries this word by word");
	});

	test("kill -9 while typing: what was called saved is there, and the rest arrives after the restart", async () => {
		const [typing, other] = [await writer(0, wire.address), await writer(1, wire.address)];
		for (const each of [typing, other]) await openDraft(each, draftId);
		const words = Array.from({ length: 60 }, (_, at) => `word${at}`);
		await write(typing, `${words.slice(0, 20).join(" ")} `);
		await says(typing, "saved");
		const saved = await linesOf(typing);
		let killed: Promise<void> | null = null;
		for (const word of words.slice(20)) {
			await typing.page.keyboard.type(`${word} `);
			if (word === "word40") killed = crossroads.kill();
		}
		await killed;
		await says(typing, "unsent");
		const shown = await linesOf(other);
		// The browsers stay away, so that what is there now is what the server had kept.
		wire.cut();
		await crossroads.restart();
		const kept = (await linesOnServer(reader, draftId)).join("\n");
		for (const line of [...saved, ...shown]) expect(kept).toContain(line.trim());
		expect(kept).not.toContain("word59");
		wire.mend();
		const lines = await agreed(typing, other);
		expect(lines.join("\n")).toContain(words.join(" "));
	});

	test("whoever may only read sees the text live and cannot write, in the page or past it", async () => {
		const visitor = await visit(browser, crossroads.address, "laptop", { cookie: reader.cookie });
		const here = await writer(0);
		visitors.push(visitor);
		await openDraft(here, draftId);
		await visitor.page.goto(`/drafts/${draftId}`);
		await shows(visitor.page, /You can read this text as it is written/);
		await write(here, "Read by the facilitator at once.");
		await shows(visitor.page, "Read by the facilitator at once.");
		await visitor.page.locator(".ProseMirror").click();
		await visitor.page.keyboard.type("not mine to write");
		await visitor.page.locator(".ProseMirror").evaluate((editor) => {
			const clipboardData = new DataTransfer();
			clipboardData.setData("text/plain", "not mine to paste");
			editor.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
		});
		expect(await visitor.page.locator("[contenteditable=true], [role=toolbar]").count()).toBe(0);
		const lines = await agreed(here);
		expect(await linesOf(visitor)).toEqual(lines);
		expect(lines.join()).not.toContain("not mine");
		const { pushDraftUpdates } = await reader.request<{
			pushDraftUpdates: { refusal: { code: string } | null };
		}>(
			`mutation ($id: ID!, $pushId: ID!, $update: UpdateBytes!) {
				pushDraftUpdates(draftId: $id, pushId: $pushId, updates: [$update]) { refusal { code } }
			}`,
			{ id: draftId, pushId: crypto.randomUUID(), update: "AAA=" },
		);
		expect(pushDraftUpdates.refusal?.code).toBe("NOT_ALLOWED");
	});

	test("names stand at the carets while they move, cover no letters, and are no part of the text", async () => {
		const [watching, moving] = [await writer(0), await writer(1)];
		for (const each of [watching, moving]) await openDraft(each, draftId);
		await write(moving, "letters ".repeat(30));
		const name = watching.page.locator("[data-client][data-moving] > span").first();
		await name.waitFor();
		const { bottom, top } = await name.evaluate((label) => {
			const box = label.getBoundingClientRect();
			const line = (label.parentElement as HTMLElement).getBoundingClientRect();
			// Letters begin a quarter of the line's own height below its top: above are only accents on capitals.
			return { bottom: line.top + line.height * 0.25 - box.bottom, top: box.height };
		});
		expect(bottom).toBeGreaterThanOrEqual(0);
		expect(top).toBeLessThanOrEqual(14);
		expect(await watching.page.locator(".ProseMirror").innerText()).not.toContain(await moving.page.title());
		await watching.page.locator("[data-client]:not([data-moving])").first().waitFor();
	});

	test("two who write at one place are both named, beside each other", async () => {
		const [watching, ...both] = [await writer(0), await writer(1), await writer(2)];
		for (const each of [watching, ...both]) await openDraft(each, draftId);
		await write(both[0] as Visitor, "Both stand here");
		await shows((both[1] as Visitor).page, "Both stand here");
		const names = watching.page.locator("[data-client][data-moving] > span");
		for (const { page } of both) await page.locator("[contenteditable=true]").click();
		const keys = ["Control+Home", "Control+End"];
		await vi.waitFor(
			async () => {
				// To the other end each time: a caret that stays where it was is not shown as moving.
				const [key = ""] = keys.splice(0, 1);
				keys.push(key);
				for (const { page } of both) await page.keyboard.press(key);
				await vi.waitFor(async () => expect(await names.count()).toBe(2), { timeout: 1_500 });
				const boxes = await names.evaluateAll((labels) =>
					labels.map((label) => label.getBoundingClientRect().toJSON()),
				);
				const [left, right] = boxes.toSorted((one, other) => one.left - other.left);
				expect(right.left).toBeGreaterThanOrEqual(left.right);
				expect(right.top).toBe(left.top);
			},
			{ timeout: 20_000, interval: 500 },
		);
	});
});
