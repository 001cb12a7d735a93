import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chromiumPath, launchBrowser } from "./testing/browser.ts";
import { type CuttableWire, cuttableWire } from "./testing/cuttableWire.ts";
import { demoPlenary, signedIn } from "./testing/people.ts";
import { type RunningCrossroads, startCrossroads } from "./testing/startCrossroads.ts";
import { enterAs, shows, type Visitor, visit } from "./testing/visitor.ts";

const CHECK_IN = "mutation ($id: ID!) { checkIn(sessionId: $id) { refusal { code } } }";

describe.skipIf(chromiumPath === undefined)("a plenary in real browsers", () => {
	let crossroads: RunningCrossroads;
	let browser: Browser;
	let wire: CuttableWire;
	const visitors: Visitor[] = [];

	beforeAll(async () => {
		crossroads = await startCrossroads();
		browser = await launchBrowser();
		wire = await cuttableWire(crossroads.address);
	});
	afterAll(async () => {
		await browser?.close();
		await wire?.close();
		await crossroads?.stop();
	});

	async function newVisitor(screen: "phone" | "laptop" | "projector", address = crossroads.address) {
		const visitor = await visit(browser, address, screen);
		visitors.push(visitor);
		return visitor;
	}

	test("is written by two cities, tabled, voted on by phone, counted live, and shown to everybody", async () => {
		const { session, recommendation, delegates, facilitatorPerson } = await demoPlenary(crossroads.address);
		const inEtterbeek = delegateOf(delegates, "etterbeek");
		const inTartu = delegateOf(delegates, "tartu");
		const others = delegates.filter((person) => person !== inEtterbeek && person !== inTartu).slice(0, 16);
		for (const { id } of others)
			await (await signedIn(crossroads.address, id)).request(CHECK_IN, { id: session.id });

		// Two delegates of different cities write, one of them behind a wire that is cut in the middle.
		const etterbeek = await newVisitor("laptop");
		const tartu = await newVisitor("laptop", wire.address);
		await enterAs(etterbeek, inEtterbeek.name);
		await enterAs(tartu, inTartu.name);
		for (const { page } of [etterbeek, tartu]) await page.goto(`/drafts/${recommendation.draft.id}`);
		await write(etterbeek, "Every city keeps one room open after six.");
		await shows(tartu.page, "Every city keeps one room open after six.");
		await shows(tartu.page, "Saved");
		wire.cut();
		await write(tartu, "Tartu wrote this without a connection.");
		await shows(tartu.page, /Not sent since/);
		await write(etterbeek, "Etterbeek went on writing meanwhile.");
		await shows(etterbeek.page, "Saved");
		wire.mend();
		await shows(etterbeek.page, "Tartu wrote this without a connection.");
		await shows(tartu.page, "Etterbeek went on writing meanwhile.");
		await shows(tartu.page, "Saved");
		expect(await textOf(tartu)).toBe(await textOf(etterbeek));

		// The facilitator may read, not write, and runs the session.
		const facilitator = await newVisitor("laptop");
		await enterAs(facilitator, facilitatorPerson.name);
		await facilitator.page.goto(`/drafts/${recommendation.draft.id}`);
		await shows(facilitator.page, /You can read this text as it is written/);
		expect(await facilitator.page.locator("[contenteditable=true]").count()).toBe(0);

		const projector = await newVisitor("projector");
		await projector.page.goto(`/screen/${session.id}`);
		await shows(projector.page, "Welcome");
		for (const { page } of [etterbeek, tartu]) {
			await page.setViewportSize({ width: 360, height: 740 });
			await page.goto(`/session/${session.id}`);
			await page.getByRole("button", { name: "Check in" }).click();
			await page.getByRole("button", { name: "Check in" }).waitFor({ state: "detached" });
		}

		const { page: console } = facilitator;
		await console.goto(`/session/${session.id}/run`);
		await press(console, /^Start: /);
		await press(console, /^Next: /);
		await press(console, "Put recommendation 1 on the table");
		await press(console, "Put it on the table");
		for (const { page } of [etterbeek, tartu]) await shows(page, "Every city keeps one room open after six.");
		await press(console, "Prepare the vote");
		await console.getByText("Simple majority", { exact: true }).click();
		await press(console, "Open the vote now");

		// The delegates vote on their phones, one of them without a connection at first; the projector counts live.
		await shows(projector.page, "Vote now on your phone");
		await vote(etterbeek, "Yes");
		await shows(etterbeek.page, "Counted");
		await shows(projector.page, /of 18 ha/);
		await tartu.page.getByText("Yes", { exact: true }).first().waitFor();
		wire.cut();
		await vote(tartu, "Yes");
		await shows(tartu.page, /It is not counted yet/);
		expect(await tartu.page.getByText("Counted", { exact: true }).count()).toBe(0);
		wire.mend();
		await shows(tartu.page, "Counted");
		await tartu.page.reload();
		await shows(tartu.page, "Counted");

		await press(console, "Close the vote");
		await console.getByRole("alertdialog").getByRole("button", { name: "Close the vote" }).click();
		await shows(tartu.page, /The vote is closed. The result comes/);
		expect(await projector.page.getByText("Adopted", { exact: true }).count()).toBe(0);
		await press(console, "Publish the result");
		await press(console, "Publish");
		for (const { page } of [etterbeek, tartu, projector, facilitator]) await shows(page, "Adopted");
		await shows(etterbeek.page, /18 of 30 delegates present, 15 needed/);

		// And everybody sees it, without signing in.
		const everybody = await newVisitor("phone");
		await everybody.page.goto("/");
		await everybody.page.getByRole("link", { name: recommendation.title }).first().click();
		await shows(everybody.page, "Every city keeps one room open after six.");
		await shows(everybody.page, "Adopted");
		expect(visitors.flatMap(({ faults }) => faults)).toEqual([]);
	}, 240_000);
});

function delegateOf<Person extends { partnerCode: string | null }>(
	delegates: Person[],
	city: string,
): Person {
	const found = delegates.find(({ partnerCode }) => partnerCode === city);
	if (!found) throw new Error(`the demonstration has no delegate of ${city}`);
	return found;
}

async function write({ page }: Visitor, words: string): Promise<void> {
	const editor = page.locator("[contenteditable=true]");
	await editor.click();
	await page.keyboard.press("Control+End");
	await page.keyboard.press("Enter");
	await page.keyboard.type(words);
}

/** What the editor holds, without the others' carets. */
function textOf({ page }: Visitor): Promise<string> {
	return page.locator("[contenteditable=true]").evaluate((editor) => {
		const copy = editor.cloneNode(true) as HTMLElement;
		for (const caret of copy.querySelectorAll("[class*=caret]")) caret.remove();
		return copy.innerText;
	});
}

function press(page: Visitor["page"], name: string | RegExp): Promise<void> {
	return page
		.getByRole("button", { name, ...(typeof name === "string" && { exact: true }) })
		.first()
		.click();
}

async function vote({ page }: Visitor, choice: string): Promise<void> {
	await page.getByText(choice, { exact: true }).first().click();
	await page.getByRole("button", { name: `Cast my ballot: ${choice}` }).click();
}
