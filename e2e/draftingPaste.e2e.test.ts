import { readFile } from "node:fs/promises";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chromiumPath, launchBrowser } from "./testing/browser.ts";
import { demoPlenary, signedIn } from "./testing/people.ts";
import { type RunningCrossroads, startCrossroads } from "./testing/startCrossroads.ts";
import { type Visitor, visit } from "./testing/visitor.ts";
import { openDraft, paste, says, takeAllAway } from "./testing/writing.ts";

const sample = (name: string) =>
	readFile(new URL(`./testing/clipboard/${name}.html`, import.meta.url), { encoding: "utf8" });

describe.skipIf(chromiumPath === undefined)("what is pasted from another program", () => {
	let crossroads: RunningCrossroads;
	let browser: Browser;
	let visitor: Visitor;
	let draftId: string;

	beforeAll(async () => {
		crossroads = await startCrossroads();
		browser = await launchBrowser();
		const { recommendation, delegates } = await demoPlenary(crossroads.address);
		draftId = recommendation.draft.id;
		const { cookie } = await signedIn(crossroads.address, delegates[0]?.id ?? "");
		visitor = await visit(browser, crossroads.address, "laptop", { cookie });
		await openDraft(visitor, draftId);
	});
	afterAll(async () => {
		await browser?.close();
		await crossroads?.stop();
	});

	/** What the editor holds after the flavour was pasted over everything, without what the browser adds. */
	async function pasted(html: string): Promise<string> {
		await takeAllAway(visitor);
		await paste(visitor, { "text/html": html, "text/plain": "the plain flavour" });
		await says(visitor, "saved");
		const markup = await visitor.page.locator(".ProseMirror").innerHTML();
		return markup
			.replace(/<br class="ProseMirror-trailingBreak">| (rel|class)="[^"]*"/g, "")
			.replace(/<p><\/p>$/, "");
	}

	test("from Word: headings, emphasis, links and real lists; no marks of Word's own", async () => {
		expect(await pasted(await sample("word"))).toBe(
			[
				"<h1>Places that stay open</h1>",
				"<h2>What we have seen</h2>",
				"<p>Our cities do not lack <strong>rooms</strong>. They lack <em>permission</em>, as the ",
				'<a href="https://example.org/study?a=1&amp;b=2">study</a> of 10⁶ evenings says.[1]</p>',
				"<ul><li><p>Every public building</p>",
				"<ul><li><p>schools</p></li><li><p><strong>libraries</strong> and their yards</p></li></ul></li>",
				"<li><p>A separate entrance</p></li></ul>",
				"<p>We ask for:</p>",
				'<ol start="3"><li><p>ten hours a week</p><p>outside the ordinary hours</p></li>',
				"<li><p>a key for groups of five</p></li></ol>",
				"<blockquote><p>Rooms are not lacking; permission is.</p></blockquote>",
				"<p>«&nbsp;Ouvert le soir&nbsp;»</p>",
				"<p><strong>City</strong> | Hours</p>",
				"<p>Vejle | 22:00</p>",
			].join(""),
		);
	});

	test("from Word in the browser: lists that were one for each item become one again", async () => {
		expect(await pasted(await sample("wordOnline"))).toBe(
			[
				"<h1>What we ask</h1>",
				"<p><strong>Two</strong> things:</p>",
				"<ul><li><p>open doors</p><ul><li><p>until ten</p></li></ul></li><li><p>open toilets</p></li></ul>",
				"<ol><li><p>first this</p></li><li><p>then that</p></li></ol>",
			].join(""),
		);
	});

	test("from LibreOffice: structure stays; fonts, empty lines and an unsafe link go", async () => {
		expect(await pasted(await sample("libreOffice"))).toBe(
			[
				"<h1>Places that stay open</h1>",
				"<p>Our cities do not lack <strong>rooms</strong>. They lack <em>permission</em>.¹</p>",
				"<ul><li><p>Every public building</p><ul><li><p>schools</p></li><li><p>libraries</p></li></ul></li>",
				"<li><p>A separate entrance</p></li></ul>",
				'<ol start="3"><li><p>ten hours</p></li><li><p>a key</p></li></ol>',
				"<p>Underlined and spaced<br>over two lines</p>",
				"<p>first line</p><p>second line</p>",
				'<p>a trap and <a href="https://example.org/">a link</a></p>',
				"<p>1 Counted in eleven cities.</p>",
			].join(""),
		);
	});

	test("from Google Docs: what only looks bold does not become so", async () => {
		expect(await pasted(await sample("googleDocs"))).toBe(
			[
				"<h2>What we ask</h2>",
				"<p>Open <strong>every</strong><em> evening</em></p>",
				"<ul><li><p>schools</p><ul><li><p>yards</p></li></ul></li></ul>",
			].join(""),
		);
	});

	test("twin: without the cleaning, Word's painted bullets and deleted words would stand in the text", async () => {
		// What says that it was copied from a draft is taken as it is.
		const raw = await pasted(`<i data-pm-slice="0 0 []"></i>${await sample("word")}`);
		expect(raw).toContain("·");
		expect(raw).toContain("seven");
		expect(raw).not.toContain("<li>");
	});

	test("what is copied from a draft and pasted into it is the same again", async () => {
		const before = await pasted("<h2>Title</h2><ul><li><p>one <b>bold</b></p></li></ul><p>end</p>");
		await visitor.page.keyboard.press("Control+A");
		const html = await visitor.page.locator("[contenteditable=true]").evaluate((editor) => {
			const clipboardData = new DataTransfer();
			editor.dispatchEvent(new ClipboardEvent("copy", { clipboardData, bubbles: true, cancelable: true }));
			return clipboardData.getData("text/html");
		});
		expect(html).toContain("data-pm-slice");
		expect(await pasted(html)).toBe(before);
	});

	test("nothing that is pasted is fetched or run", async () => {
		const asked: string[] = [];
		visitor.page.on("request", ({ url }) => asked.push(url()));
		await pasted(
			'<p>safe<img src="https://elsewhere.example/x.png" onerror="document.title=1"><svg onload="document.title=1">' +
				'</svg><iframe src="https://elsewhere.example/"></iframe><link rel=stylesheet href="https://elsewhere.example/a.css"></p>',
		);
		expect(asked.filter((url) => url.includes("elsewhere"))).toEqual([]);
		expect(await visitor.page.title()).not.toBe("1");
		expect(visitor.faults).toEqual([]);
	});
});
