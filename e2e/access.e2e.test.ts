import AxeBuilder from "@axe-core/playwright";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chromiumPath, launchBrowser } from "./testing/browser.ts";
import type { GraphClient } from "./testing/graph.ts";
import { tabTo } from "./testing/keyboard.ts";
import { demoPlenary, signedIn } from "./testing/people.ts";
import { type RunningCrossroads, startCrossroads } from "./testing/startCrossroads.ts";
import { enterAs, settled, shows, visit } from "./testing/visitor.ts";

describe.skipIf(chromiumPath === undefined)("everybody can use every page", () => {
	let crossroads: RunningCrossroads;
	let browser: Browser;
	let delegate: GraphClient;
	let plenary: Awaited<ReturnType<typeof demoPlenary>>;

	beforeAll(async () => {
		crossroads = await startCrossroads();
		browser = await launchBrowser();
		plenary = await demoPlenary(crossroads.address);
		delegate = await signedIn(crossroads.address, plenary.delegates[0]?.id ?? "");
		await delegate.request("mutation ($id: ID!) { checkIn(sessionId: $id) { refusal { code } } }", {
			id: plenary.session.id,
		});
	});
	afterAll(async () => {
		await browser?.close();
		await crossroads?.stop();
	});

	const pages = (): [path: string, as: GraphClient | null, screen: "phone" | "laptop" | "projector"][] => [
		["/", null, "laptop"],
		["/", null, "phone"],
		["/programme", null, "phone"],
		["/partners/vlora", null, "phone"],
		["/themes/public-places", null, "laptop"],
		["/nowhere", null, "phone"],
		["/sign-in", null, "phone"],
		["/sign-in/confirm#token", null, "phone"],
		["/join", null, "phone"],
		["/join/HTQ7MWK4", null, "phone"],
		["/home", delegate, "phone"],
		[`/drafts/${plenary.recommendation.draft.id}`, delegate, "laptop"],
		[`/drafts/${plenary.recommendation.draft.id}`, plenary.facilitator, "phone"],
		[`/session/${plenary.session.id}`, delegate, "phone"],
		[`/session/${plenary.session.id}/run`, plenary.facilitator, "laptop"],
		[`/screen/${plenary.session.id}`, null, "projector"],
	];

	test("axe finds nothing on any page in either theme", async () => {
		const found: string[] = [];
		for (const [path, as, screen] of pages()) {
			const visitor = await visit(browser, crossroads.address, screen, as ? { cookie: as.cookie } : {});
			await visitor.page.goto(path);
			await settled(visitor.page);
			for (const colorScheme of ["light", "dark"] as const) {
				await visitor.page.emulateMedia({ colorScheme });
				const { violations } = await new AxeBuilder({ page: visitor.page }).analyze();
				found.push(
					...violations.map(({ id, nodes }) => `${path} ${screen} ${colorScheme}: ${id} ${nodes[0]?.html}`),
				);
			}
			await visitor.context.close();
		}
		expect(found).toEqual([]);
	}, 180_000);

	test("twin: axe finds a picture without words and a field without a name", async () => {
		const { context, page } = await visit(browser, crossroads.address, "phone");
		await page.goto("/");
		await settled(page);
		await page.evaluate(() =>
			document.querySelector("main")?.insertAdjacentHTML("beforeend", "<img><input>"),
		);
		const { violations } = await new AxeBuilder({ page }).analyze();
		expect(violations.map(({ id }) => id)).toEqual(expect.arrayContaining(["image-alt", "label"]));
		await context.close();
	});

	test("a delegate comes in by code, finds the name and confirms with the badge, by keyboard alone", async () => {
		const { context, page, faults } = await visit(browser, crossroads.address, "phone");
		await page.goto("/join");
		await page.getByLabel("Join code").focus();
		await page.keyboard.type("htq7 mwk4");
		await page.keyboard.press("Enter");
		const name = "Tõnu Rebasoo";
		await page.getByLabel("Find your name or city").focus();
		await page.keyboard.type("tartu");
		await tabTo(page, name);
		await page.keyboard.press("Enter");
		await page.getByLabel("Four digits").focus();
		await page.keyboard.type("0000");
		await page.keyboard.press("Enter");
		await page.getByRole("alert").first().waitFor();
		expect(await page.getByLabel("Four digits").isVisible()).toBe(true);
		await context.close();
		expect(faults).toEqual([]);
	});

	test("the link of an e-mail signs in once, by the button and not by opening it", async () => {
		const visitor = await visit(browser, crossroads.address, "phone");
		const { page } = visitor;
		await page.goto("/sign-in");
		await page.getByLabel("E-mail address").fill("nobody@nowhere.example");
		await page.getByRole("button", { name: "Send me a link" }).click();
		await shows(page, /If this address belongs to a member/);
		expect(crossroads.output()).not.toContain("/sign-in/confirm#");
		await page.goto("/sign-in/confirm#not-a-token");
		await page.getByRole("button", { name: "Sign in", exact: true }).click();
		await page.getByRole("alert").first().waitFor();
		await visitor.context.close();
	});

	test("speaks French where the browser does, and goes on in the language that is chosen", async () => {
		const context = await browser.newContext({ baseURL: crossroads.address, locale: "fr-BE" });
		const page = await context.newPage();
		await page.goto("/programme");
		await page.locator("html[lang=fr]").waitFor();
		await page
			.getByRole("button", { name: /^FR, langue/ })
			.first()
			.click();
		await page
			.getByRole("menuitemradio", { name: "English" })
			.or(page.getByRole("menuitem", { name: "English" }))
			.click();
		await page.locator("html[lang=en]").waitFor();
		await page.reload();
		await page.locator("html[lang=en]").waitFor();
		await context.close();
	});

	test("signing out ends the sign-in on every device at once", async () => {
		const name = plenary.delegates[4]?.name ?? "";
		const phone = await visit(browser, crossroads.address, "phone");
		const laptop = await visit(browser, crossroads.address, "laptop");
		await enterAs(phone, name);
		await enterAs(laptop, name);
		await laptop.page.goto(`/session/${plenary.session.id}`);
		await laptop.page.getByRole("button", { name: "Check in" }).waitFor();
		await phone.page.getByRole("button", { name: new RegExp(`${name}: account`) }).click();
		await phone.page.getByRole("menuitem", { name: "Sign out everywhere" }).click();
		await phone.page.getByRole("alertdialog").getByRole("button", { name: "Sign out everywhere" }).click();
		await phone.page.getByRole("link", { name: "Sign in" }).first().waitFor();
		await shows(laptop.page, "Please sign in");
		await shows(laptop.page, /Your sign-in on this device is over/);
		await laptop.page.reload();
		await shows(laptop.page, "Please sign in");
		await phone.context.close();
		await laptop.context.close();
	});
});
