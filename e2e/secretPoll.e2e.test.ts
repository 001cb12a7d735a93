import AxeBuilder from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { chromiumPath, launchBrowser } from "./testing/browser.ts";
import { type CuttableWire, cuttableWire } from "./testing/cuttableWire.ts";
import { demoPlenary, signedIn } from "./testing/people.ts";
import { type RunningCrossroads, startCrossroads } from "./testing/startCrossroads.ts";
import { shows, type Visitor, visit } from "./testing/visitor.ts";

const FINGERPRINT = /[2-9A-Z]{5}-[2-9A-Z]{5}-[2-9A-Z]{5}/;
const CHECK_IN = "mutation ($id: ID!) { checkIn(sessionId: $id) { refusal { code } } }";
const QUESTION = "Shall the network move its office?";

describe.skipIf(chromiumPath === undefined)("a secret poll with three trustees, in real browsers", () => {
	let crossroads: RunningCrossroads;
	let browser: Browser;
	let wire: CuttableWire;
	let console: Page;
	let projector: Page;
	let trusteePersons: { name: string; id: string }[];
	const trustees: Page[] = [];
	const fingerprints: string[] = [];
	const phones: Page[] = [];
	const voters: { id: string }[] = [];
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

	async function newVisitor(
		screen: "phone" | "laptop" | "projector",
		address = crossroads.address,
		cookie?: string,
	): Promise<Visitor> {
		const visitor = await visit(browser, address, screen, { cookie });
		visitors.push(visitor);
		return visitor;
	}

	async function visitorAs(person: { id: string }, screen: "phone" | "laptop", address?: string) {
		const { cookie } = await signedIn(crossroads.address, person.id);
		return (await newVisitor(screen, address, cookie)).page;
	}

	test("three trustees make their keys, each on an own screen", async () => {
		const { session, delegates, facilitatorPerson } = await demoPlenary(crossroads.address);
		trusteePersons = delegates.slice(-3);
		for (const person of trusteePersons) trustees.push(await visitorAs(person, "laptop"));
		for (const page of trustees) {
			await page.goto("/trustee");
			const saved = page.waitForEvent("download");
			await press(page, "Make my key");
			expect((await saved).suggestedFilename()).toMatch(/^crossroads-trustee-key-/);
			await page.locator("code", { hasText: FINGERPRINT }).first().waitFor();
			const [signs] = FINGERPRINT.exec(await page.locator("code").first().innerText()) ?? [];
			fingerprints.push(signs ?? "");
		}
		expect(new Set(fingerprints).size).toBe(3);
		await isAccessible(trustees[0] as Page);

		// As many as the quorum needs; six of them vote on their phones, one of these behind a wire that can be cut.
		for (const { id } of delegates.slice(6, 15))
			await (await signedIn(crossroads.address, id)).request(CHECK_IN, { id: session.id });
		voters.push(...delegates.slice(0, 6));
		for (const [place, person] of voters.entries()) {
			const page = await visitorAs(person, "phone", place === 0 ? wire.address : crossroads.address);
			await page.goto(`/session/${session.id}`);
			await press(page, "Check in");
			await page.getByRole("button", { name: "Check in" }).waitFor({ state: "detached" });
			phones.push(page);
		}
		console = await visitorAs(facilitatorPerson, "laptop");
		await console.goto(`/session/${session.id}/run`);
		projector = (await newVisitor("projector")).page;
		await projector.goto(`/screen/${session.id}`);
	}, 120_000);

	test("the facilitator chooses them, with the fingerprints that they read aloud", async () => {
		await press(console, /^Start: /);
		await press(console, "Put a question to the vote");
		await console.getByLabel("Question", { exact: true }).fill(QUESTION);
		await console.getByText("Nobody: secret, with trustees").click();
		for (const { name } of trusteePersons) await console.getByText(name, { exact: true }).click();
		const list = console.getByRole("list", { name: "Fingerprints of the chosen trustees’ keys" });
		for (const signs of fingerprints) await shows(list, signs);
		await isAccessible(console);
		await press(console, "Open the vote now");
	});

	test("delegates vote: the projector shows the turnout only, and their devices forget what they answered", async () => {
		await shows(projector, "Vote now on your phone");
		await shows(projector, "Secret vote");
		const [first, ...others] = phones as [Page, ...Page[]];
		for (const page of phones) await shows(page, /2 of 3 trustees open the box together/);
		await isAccessible(first);
		for (const [place, page] of others.entries()) {
			await vote(page, place === 0 ? "No" : "Yes");
			await shows(page, "Counted");
		}
		await shows(projector, /^5$/);
		// One loses the connection, reloads in between, and is not told "counted" before it is so.
		await first.getByText("Yes", { exact: true }).first().click();
		wire.cut();
		await first.getByRole("button", { name: "Cast my ballot: Yes" }).click();
		await shows(first, /It is not counted yet/);
		const address = first.url();
		await first.reload().catch(() => {});
		expect(await first.getByText("Counted", { exact: true }).count()).toBe(0);
		wire.mend();
		// The browser may still be busy with its own page that says there is no connection.
		await vi.waitFor(() => first.goto(address), { timeout: 20_000, interval: 200 });
		await shows(first, "Counted");
		await shows(projector, /^6$/);
		expect(await projector.getByText(/^(Yes|No|Abstain)$/).count()).toBe(0);
		const kept = await first.evaluate(() => JSON.stringify({ ...localStorage }));
		expect(kept).not.toContain("YES");
		expect(kept).toContain("receipt");
		// What the server has logged meanwhile names nobody who voted.
		expect(crossroads.output()).toContain(crossroads.address);
		for (const { id } of voters) expect(crossroads.output()).not.toContain(id);
	});

	test("closed: nobody has a result until two of the three trustees have opened the box", async () => {
		await press(console, "Close the vote");
		await confirm(console, "Close the vote");
		await shows(console, /0 of 2 shares are released/);
		expect(await console.getByRole("button", { name: "Publish the result" }).count()).toBe(0);
		const [opener, helper] = trustees as [Page, Page, Page];
		await press(opener, "I open the box");
		await confirm(opener, "I open the box");
		await shows(opener, /1 of 2 shares are here/);
		await press(helper, `Release my share to ${trusteePersons[0]?.name}`);
		await confirm(helper, "Release");
		await shows(helper, /You have nothing more to do/);
		await shows(opener, /You can open the box/);
		await isAccessible(opener);
		await press(opener, "Open the box");
		await shows(opener, /The box is open/);
	});

	test("published: the result everywhere; each phone finds its ballot in the box; a trustee looks once more", async () => {
		await press(console, "Publish the result");
		await confirm(console, "Publish");
		for (const page of [projector, console, ...phones]) await shows(page, "Adopted");
		for (const page of phones) await shows(page, "Your ballot is in the box.");
		await isAccessible(phones[0] as Page);
		const [opener] = trustees as [Page];
		await press(opener, "Open the published ballots once more and compare");
		await shows(opener, /6 published ballots opened once more/);
		expect(visitors.flatMap(({ faults }) => faults)).toEqual([]);
	});
});

function press(page: Page, name: string | RegExp): Promise<void> {
	return page
		.getByRole("button", { name, ...(typeof name === "string" && { exact: true }) })
		.first()
		.click();
}

function confirm(page: Page, name: string): Promise<void> {
	return page.getByRole("alertdialog").getByRole("button", { name, exact: true }).click();
}

async function vote(page: Page, choice: string): Promise<void> {
	await page.getByText(choice, { exact: true }).first().click();
	await page.getByRole("button", { name: `Cast my ballot: ${choice}` }).click();
}

async function isAccessible(page: Page): Promise<void> {
	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
}
