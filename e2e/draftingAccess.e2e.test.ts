import AxeBuilder from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { chromiumPath, launchBrowser } from "./testing/browser.ts";
import { type CuttableWire, cuttableWire } from "./testing/cuttableWire.ts";
import type { GraphClient } from "./testing/graph.ts";
import { listenPolitely, tabTo } from "./testing/keyboard.ts";
import { demoPlenary, signedIn } from "./testing/people.ts";
import { type RunningCrossroads, startCrossroads } from "./testing/startCrossroads.ts";
import { settled, type Visitor, type viewports, visit } from "./testing/visitor.ts";
import { keptOnDevice, openDraft, says, write } from "./testing/writing.ts";

describe.skipIf(chromiumPath === undefined)("a draft for everybody", () => {
	let crossroads: RunningCrossroads;
	let browser: Browser;
	let wire: CuttableWire;
	let clients: GraphClient[];
	let draftId: string;
	let visitors: Visitor[] = [];

	beforeAll(async () => {
		crossroads = await startCrossroads();
		browser = await launchBrowser();
		const { recommendation, delegates } = await demoPlenary(crossroads.address);
		draftId = recommendation.draft.id;
		clients = await Promise.all(delegates.slice(0, 2).map(({ id }) => signedIn(crossroads.address, id)));
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

	async function writer(
		which: number,
		address: string,
		screen: keyof typeof viewports = "laptop",
	): Promise<Visitor> {
		const { cookie } = clients[which] as GraphClient;
		const visitor = await visit(browser, address, screen, { cookie });
		visitors.push(visitor);
		await openDraft(visitor, draftId);
		await says(visitor, "saved");
		return visitor;
	}

	/** What is wrong with the page in both themes, by axe. */
	async function wrongs(page: Page): Promise<string[]> {
		const found: string[] = [];
		for (const colorScheme of ["light", "dark"] as const) {
			await page.emulateMedia({ colorScheme });
			const { violations } = await new AxeBuilder({ page }).analyze();
			found.push(...violations.map(({ id, nodes }) => `${colorScheme}: ${id} ${nodes[0]?.html}`));
		}
		return found;
	}

	for (const screen of ["phone", "laptop"] as const)
		test(`axe finds nothing on a ${screen}: with others at work, unsent words, and a link being set`, async () => {
			const [here, other] = [await writer(0, wire.address, screen), await writer(1, crossroads.address)];
			await settled(here.page);
			await write(other, "Somebody else writes here.");
			await here.page.locator("[data-client]").first().waitFor({ state: "attached" });
			wire.cut();
			await write(here, "Not sent.");
			await says(here, "unsent");
			await keptOnDevice(here);
			expect(await wrongs(here.page)).toEqual([]);
			await here.page.getByRole("button", { name: "Link" }).click();
			await here.page.getByRole("dialog").waitFor();
			expect(await wrongs(here.page)).toEqual([]);
			// Nothing reaches over the edge of the screen.
			const [wide, seen] = await here.page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
			expect(wide).toBeLessThanOrEqual(seen ?? 0);
		});

	test("everything is done by keyboard: to the tools, a heading, a list, a link, undo, and out of the text again", async () => {
		const visitor = await writer(0, crossroads.address);
		const { page } = visitor;
		await page.clock.install();
		await openDraft(visitor, draftId);
		await settled(page);
		await tabTo(page, "Heading");
		await page.keyboard.press("Tab");
		await page.waitForFunction(() => document.activeElement?.matches("[contenteditable=true]"));
		await page.keyboard.press("Control+End");
		await page.keyboard.press("Enter");
		await page.keyboard.type("By keyboard alone");
		await page.keyboard.press("Shift+Tab");
		await page.waitForFunction(() => document.activeElement?.closest("[role=toolbar]") !== null);
		await page.keyboard.press("Enter");
		await page.locator(".ProseMirror h1", { hasText: "By keyboard alone" }).waitFor();
		// The tool gives the caret back to the text.
		await page.waitForFunction(() => document.activeElement?.matches("[contenteditable=true]"));
		await page.keyboard.press("End");
		await page.keyboard.press("Enter");
		await page.keyboard.press("Control+Shift+8");
		await page.locator(".ProseMirror ul li").waitFor();
		await page.keyboard.type("one");
		await page.keyboard.press("Enter");
		await page.keyboard.press("Tab");
		await page.keyboard.type("within one");
		await page.locator(".ProseMirror ul ul li", { hasText: "within one" }).waitFor();
		// Undo takes what is done within half a second as one change.
		await page.clock.fastForward(600);
		await page.keyboard.press("Control+Shift+8");
		await page.locator(".ProseMirror ul ul li").waitFor({ state: "detached" });
		await page.keyboard.press("Control+z");
		await page.locator(".ProseMirror ul ul li").waitFor();
		await page.keyboard.press("Shift+Home");
		await page.keyboard.press("Control+k");
		await page.getByRole("dialog").waitFor();
		await page.keyboard.type("example.org");
		await page.keyboard.press("Enter");
		await page.locator('.ProseMirror a[href="https://example.org"]').waitFor();
		await page.keyboard.press("Control+End");
		await page.keyboard.press("Escape");
		await page.keyboard.press("Tab");
		await page.waitForFunction(() => !document.activeElement?.closest(".ProseMirror"));
	});

	test("a screen reader hears nothing of keys, once that something is not sent, and once that it is", async () => {
		const here = await writer(0, wire.address);
		const heard = await listenPolitely(here.page);
		await write(here, "Forty keys, and not a word of it is said.");
		await says(here, "saved");
		expect(await heard()).toEqual([]);
		wire.cut();
		await write(here, "Now it matters.");
		await says(here, "unsent");
		await here.page.keyboard.type(" And it is not said again at each key.");
		await keptOnDevice(here);
		wire.mend();
		await says(here, "saved");
		const said = (await heard()).filter((words) => /sent|saved/i.test(words));
		expect(said).toEqual([expect.stringMatching(/^Not sent since \d\d:\d\d\.$/), "Saved"]);
	});
});
