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

/** Takes the whole text away. */
export async function takeAllAway({ page }: Pick<Visitor, "page">): Promise<void> {
	await page.locator(editable).click();
	await page.keyboard.press("Control+A");
	await page.keyboard.press("Delete");
	await page.waitForFunction(() => document.querySelector(".ProseMirror")?.textContent === "");
}

/** Brings the caret to the text's end or beginning. */
async function goTo(page: Page, keys: "Control+End" | "Control+Home"): Promise<void> {
	await page.locator(editable).click();
	await page.keyboard.press(keys);
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
