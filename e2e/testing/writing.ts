import type { Page } from "playwright-core";
import type { GraphClient } from "./graph.ts";
import type { Visitor } from "./visitor.ts";

const editable = "[contenteditable=true]";

/** Goes to a draft and waits until it can be written in. */
export async function openDraft({ page }: Visitor, draftId: string): Promise<void> {
	await page.goto(`/drafts/${draftId}`);
	await page.locator(editable).waitFor();
}

/** Writes the words in a new paragraph at the end. */
export async function write({ page }: Visitor, words: string): Promise<void> {
	await newLine(page);
	await page.keyboard.type(words);
}

/** Writes the words before all others. */
export async function writeFirst({ page }: Pick<Visitor, "page">, words: string): Promise<void> {
	await goTo(page, "Control+Home");
	await page.keyboard.type(words);
}

/** Puts the caret into an empty paragraph at the end. */
export async function newLine(page: Page): Promise<void> {
	await goTo(page, "Control+End");
	await page.keyboard.press("Enter");
}

/** Takes the whole text away; as `goTo`, tried again where the selection was put back in that very moment. */
export async function takeAllAway({ page }: Pick<Visitor, "page">, tries = 5): Promise<void> {
	await page.locator(editable).click();
	await page.keyboard.press("Control+A");
	await page.keyboard.press("Delete");
	const isEmpty = () => document.querySelector(".ProseMirror")?.textContent === "";
	const isDone = await page.waitForFunction(isEmpty, undefined, { timeout: 2_000 }).then(
		() => true,
		() => false,
	);
	if (!isDone && tries === 0) throw new Error("The text did not go.");
	if (!isDone) await takeAllAway({ page }, tries - 1);
}

/** Brings the caret to the text's end or beginning. */
async function goTo(page: Page, keys: "Control+End" | "Control+Home", tries = 5): Promise<void> {
	await page.locator(editable).click();
	await page.keyboard.press(keys);
	// The editor learns where the caret is a moment later. Where somebody else's words come in that very moment, it
	// puts the caret back: a person presses the keys again.
	const isThere = (isEnd: boolean) => {
		const text = document.querySelector(".ProseMirror");
		const place = isEnd ? text?.lastElementChild : text?.firstElementChild;
		return place?.contains(getSelection()?.focusNode ?? null) ?? false;
	};
	const there = page.waitForFunction(isThere, keys === "Control+End", { timeout: 2_000 });
	const isDone = await there.then(
		() => true,
		() => false,
	);
	await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
	if (isDone && (await page.evaluate(isThere, keys === "Control+End"))) return;
	if (tries === 0) throw new Error(`The caret did not go by ${keys}.`);
	await goTo(page, keys, tries - 1);
}

/** The paragraphs of the text that the page shows, without the others' carets; empty ones left out. */
export function linesOf({ page }: Pick<Visitor, "page">): Promise<string[]> {
	return page.locator(".ProseMirror").evaluate((editor) => {
		const copy = editor.cloneNode(true) as HTMLElement;
		for (const caret of copy.querySelectorAll("[data-client]")) caret.remove();
		const lines = [...copy.querySelectorAll("p, h1, h2, h3")].map((line) => line.textContent ?? "");
		return lines.map((line) => line.replaceAll("\u2060", "").trim()).filter((line) => line !== "");
	});
}

/** The paragraphs of the text as the server has them; without bullets, numbers and the marks of quotations. */
export async function linesOnServer(client: GraphClient, draftId: string): Promise<string[]> {
	const { draft } = await client.request<{ draft: { text: string } }>(
		"query ($id: ID!) { draft(id: $id) { text } }",
		{ id: draftId },
	);
	const lines = draft.text.split("\n").map((line) => line.replace(/^([\s>•]|\d+\.\s)+/, "").trim());
	return lines.filter((line) => line !== "");
}

/** Waits until the page says of the text: saved, saving, unsent, refused. */
export async function says({ page }: Pick<Visitor, "page">, kind: string): Promise<void> {
	await page.locator(`[data-kind=${kind}]`).waitFor();
}

/** Pastes as another program does that put these flavours on the clipboard. */
export async function paste(
	{ page }: Pick<Visitor, "page">,
	flavours: Record<string, string>,
): Promise<void> {
	await page.locator(editable).evaluate((editor, given) => {
		const clipboardData = new DataTransfer();
		for (const [type, data] of Object.entries(given)) clipboardData.setData(type, data);
		editor.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
	}, flavours);
}

/** Waits until the page says that what it could not send is on this device. */
export async function keptOnDevice({ page }: Pick<Visitor, "page">): Promise<void> {
	await page.locator("[data-said]", { hasText: "Kept on this device." }).waitFor();
}

/** Ends the tab as a crash does: nothing of the page runs any more. */
export async function crash({ context, page }: Visitor): Promise<void> {
	const crashed = page.waitForEvent("crash");
	const devtools = await context.newCDPSession(page);
	devtools.send("Page.crash").catch(() => {});
	await crashed;
}
