import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chromiumPath, launchBrowser } from "./testing/browser.ts";
import { listenPolitely, pressByKeyboard, tabTo } from "./testing/keyboard.ts";
import { demoPlenary, signedIn } from "./testing/people.ts";
import { type RunningCrossroads, startCrossroads } from "./testing/startCrossroads.ts";
import { settled, shows, type Visitor, visit } from "./testing/visitor.ts";

describe.skipIf(chromiumPath === undefined)("a plenary without a mouse", () => {
	let crossroads: RunningCrossroads;
	let browser: Browser;
	let plenary: Awaited<ReturnType<typeof demoPlenary>>;

	beforeAll(async () => {
		crossroads = await startCrossroads();
		browser = await launchBrowser();
		plenary = await demoPlenary(crossroads.address);
	});
	afterAll(async () => {
		await browser?.close();
		await crossroads?.stop();
	});

	async function arrive(path: string, cookie: string, screen: "phone" | "laptop"): Promise<Visitor> {
		const visitor = await visit(browser, crossroads.address, screen, { cookie });
		await visitor.page.goto(path);
		await settled(visitor.page);
		return visitor;
	}

	test("a delegate checks in and votes, a facilitator leads from the start to the result, by keyboard alone", async () => {
		const { session, facilitator, delegates } = plenary;
		const voter = await signedIn(crossroads.address, delegates[0]?.id ?? "");
		const delegate = await arrive(`/session/${session.id}`, voter.cookie, "phone");
		const lead = await arrive(`/session/${session.id}/run`, facilitator.cookie, "laptop");
		const heard = await listenPolitely(delegate.page);

		await pressByKeyboard(delegate.page, "Check in");
		await delegate.page.getByRole("button", { name: "Check in" }).waitFor({ state: "detached" });

		await pressByKeyboard(lead.page, /^Start: /);
		await pressByKeyboard(lead.page, /^Next: /);
		await pressByKeyboard(lead.page, "Put recommendation 1 on the table");
		await pressByKeyboard(lead.page, "Put it on the table");
		await pressByKeyboard(lead.page, "Prepare the vote");
		await pressByKeyboard(lead.page, "Open the vote now");

		await shows(delegate.page, "Vote open");
		await delegate.page.getByRole("radio", { name: "Yes" }).waitFor();
		await tabTo(delegate.page, "Yes");
		await delegate.page.keyboard.press("Space");
		await delegate.page.keyboard.press("ArrowDown");
		await delegate.page.keyboard.press("ArrowUp");
		await pressByKeyboard(delegate.page, "Cast my ballot: Yes");
		await shows(delegate.page, "Counted");

		await pressByKeyboard(lead.page, "Close the vote");
		await lead.page.getByRole("alertdialog").waitFor();
		await pressByKeyboard(lead.page, "Close the vote");
		await pressByKeyboard(lead.page, "Publish the result");
		await lead.page.getByRole("alertdialog").waitFor();
		await pressByKeyboard(lead.page, /^Publish$/);
		await shows(delegate.page, /^(Adopted|Not adopted)$/);

		const said = await heard();
		expect(said).toContainEqual(expect.stringMatching(/^A vote is open: Shall the network adopt/));
		expect(said.filter((words) => words === "Counted. Your ballot: Yes.")).toHaveLength(1);
		expect(said).toContain("The vote is closed.");
		expect([...delegate.faults, ...lead.faults]).toEqual([]);
		await delegate.context.close();
		await lead.context.close();
	}, 120_000);

	test("twin: a button that Tab does not reach would be noticed", async () => {
		const { page, context } = await visit(browser, crossroads.address, "phone");
		await page.goto("/join");
		await settled(page);
		await page.evaluate(() => {
			for (const button of document.querySelectorAll("main button")) button.setAttribute("tabindex", "-1");
		});
		await expect(tabTo(page, "Go on")).rejects.toThrow(/Tab does not lead to Go on/);
		await context.close();
	});
});
