import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { chromiumPath, launchBrowser } from "./testing/browser.ts";
import { DraftClient } from "./testing/DraftClient.ts";
import { demoPlenary, signedIn } from "./testing/people.ts";
import { type RunningCrossroads, startCrossroads } from "./testing/startCrossroads.ts";
import { type Visitor, visit } from "./testing/visitor.ts";
import { linesOf, openDraft } from "./testing/writing.ts";

const moves = 60;

/** As Tiptap leaves itself at the page's element. */
type EditorElement = Element & {
	readonly editor: { readonly view: { readonly domObserver: { flush(): void } } };
};

describe.skipIf(chromiumPath === undefined)("the caret, while others write", () => {
	let crossroads: RunningCrossroads;
	let browser: Browser;
	let visitor: Visitor;
	let other: DraftClient;
	let typing: NodeJS.Timeout;

	beforeAll(async () => {
		crossroads = await startCrossroads();
		browser = await launchBrowser();
		const { recommendation, delegates } = await demoPlenary(crossroads.address);
		const [mine, theirs] = await Promise.all(
			delegates.slice(0, 2).map(({ id }) => signedIn(crossroads.address, id)),
		);
		visitor = await visit(browser, crossroads.address, "laptop", { cookie: mine?.cookie ?? "" });
		const draftId = recommendation.draft.id;
		other = await DraftClient.open(crossroads.address, theirs as typeof mine & object, draftId);
		const text = other.doc.getXmlFragment("document");
		const lines = ["first", "middle", "last"].map((words) => {
			const line = new Y.XmlElement("paragraph");
			line.insert(0, [new Y.XmlText(words)]);
			return line;
		});
		text.delete(0, text.length);
		text.insert(0, lines);
		await openDraft(visitor, draftId);
		const middle = (lines[1] as Y.XmlElement).get(0) as Y.XmlText;
		typing = setInterval(() => {
			if (middle.length > 60) middle.delete(0, 50);
			middle.insert(middle.length, "x");
		}, 7);
	});
	afterAll(async () => {
		clearInterval(typing);
		other?.close();
		await browser?.close();
		await crossroads?.stop();
	});

	/** How often the caret does not stay where a key has brought it. */
	async function lost(page: Page): Promise<number> {
		await page.locator("[contenteditable=true]").click();
		let count = 0;
		for (let move = 0; move < moves; move += 1) {
			const isEnd = move % 2 === 0;
			await page.keyboard.press(isEnd ? "Control+End" : "Control+Home");
			// Two pictures later the editor knows of it.
			await page.evaluate(
				() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
			);
			const isThere = await page.evaluate((end) => {
				const text = document.querySelector(".ProseMirror");
				const place = end ? text?.lastElementChild : text?.firstElementChild;
				return place?.contains(getSelection()?.focusNode ?? null) ?? false;
			}, isEnd);
			if (!isThere) count += 1;
		}
		return count;
	}

	test("stays where a key has brought it", async () => {
		expect(await lost(visitor.page)).toBe(0);
	});

	test("takes every letter where it stands, and keeps all that is selected until it is taken away", async () => {
		const { page } = visitor;
		const words = "Not one of these letters may end up elsewhere.";
		await page.keyboard.press("Control+End");
		await page.keyboard.press("Enter");
		for (let time = 0; time < 4; time += 1) {
			await page.keyboard.type(words);
			expect((await linesOf(visitor)).at(-1)).toBe(words);
			await page.keyboard.press("Shift+Home");
			await page.keyboard.press("Delete");
			await vi.waitFor(async () => expect((await linesOf(visitor)).at(-1)).toBe("last"));
		}
	});

	test("twin: an editor that waits to be told of its caret puts it back again and again", async () => {
		await visitor.page.locator(".ProseMirror").evaluate((text) => {
			const { domObserver } = (text as Element as EditorElement).editor.view;
			const flush = domObserver.flush.bind(domObserver);
			domObserver.flush = () => {
				if (window.event?.type === "selectionchange") flush();
			};
		});
		expect(await lost(visitor.page)).toBeGreaterThan(0);
	});
});
