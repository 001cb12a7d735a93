import { readFile } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { plantPayload } from "../server/src/drafting/testing/plantPayload.ts";
import { payloads } from "../shared/src/drafting/testing/payloads.ts";
import { chromiumPath, launchBrowser } from "./testing/browser.ts";
import { DraftClient } from "./testing/DraftClient.ts";
import { demoPlenary, signedIn } from "./testing/people.ts";
import { type RunningCrossroads, startCrossroads } from "./testing/startCrossroads.ts";
import { type Visitor, visit } from "./testing/visitor.ts";

const hostileName = `<img src=x onerror="alert('name')"><script>alert('name')</script>`;

/** A page that notes every sign of an attack that worked. */
async function watched(
	browser: Browser,
	address: string,
	cookie: string,
): Promise<{ visitor: Visitor; signs: string[] }> {
	const visitor = await visit(browser, address, "laptop", { cookie });
	const signs: string[] = [];
	visitor.page.on("dialog", (dialog) => {
		signs.push(`a dialog: ${dialog.message()}`);
		void dialog.dismiss();
	});
	visitor.page.on("request", (request) => {
		const url = new URL(request.url());
		if (!["data:", "blob:"].includes(url.protocol) && url.origin !== address) signs.push(`a request: ${url}`);
		if (url.pathname === "/x" || url.pathname.endsWith("/x")) signs.push(`a request: ${url}`);
	});
	visitor.page.on("console", (message) => {
		if (/Content.Security.Policy/i.test(message.text()))
			signs.push(`stopped only by the policy: ${message.text()}`);
	});
	return { visitor, signs };
}

/** What stands in the page's text that must not; the application's own scripts stand in the head. */
const unwelcome = () =>
	[...document.querySelectorAll("main *")]
		.filter(
			(element) =>
				/^(script|iframe|object|embed|base|meta|form|video|style|link|img)$/i.test(element.tagName) ||
				[...element.attributes].some(
					({ name, value }) =>
						(/^on/i.test(name) && value !== "") || /^\s*(javascript|data|vbscript):/i.test(value),
				),
		)
		.map((element) => element.outerHTML.slice(0, 200));

describe.skipIf(chromiumPath === undefined)("threats rows 53 and 54, in a real browser", () => {
	let crossroads: RunningCrossroads;
	let browser: Browser;
	let world: Awaited<ReturnType<typeof demoPlenary>>;
	let attacker: DraftClient;

	beforeAll(async () => {
		crossroads = await startCrossroads();
		browser = await launchBrowser();
		world = await demoPlenary(crossroads.address);
		const [hostile] = world.delegates;
		const person = await signedIn(crossroads.address, hostile?.id ?? "");
		await renameTo(crossroads.dataDir, hostile?.id ?? "", hostileName);
		attacker = await DraftClient.open(crossroads.address, person, world.recommendation.draft.id);
	});
	afterAll(async () => {
		attacker?.close();
		await browser?.close();
		await crossroads?.stop();
	});

	async function plant(): Promise<void> {
		attacker.doc.transact(() => {
			const root = attacker.doc.getXmlFragment("document");
			root.insert(0, payloads.map(plantPayload));
		});
		await attacker.saved();
	}

	/** Opens the draft as this person; the signs of an attack that worked, when everything has come to rest. */
	async function openedBy(personId: string): Promise<string[]> {
		const { cookie } = await signedIn(crossroads.address, personId);
		const { visitor, signs } = await watched(browser, crossroads.address, cookie);
		await visitor.page.goto(`/drafts/${world.recommendation.draft.id}`);
		await visitor.page.locator(".ProseMirror").getByText("constructor.constructor").first().waitFor();
		for (const link of await visitor.page.locator(".ProseMirror a").all()) await link.hover();
		await attacker.sayHere();
		await visitor.page.getByText("<img src=x onerror").first().waitFor();
		signs.push(...(await visitor.page.evaluate(unwelcome)), ...visitor.faults);
		await visitor.context.close();
		return signs;
	}

	test("a reader's page shows the draft: no script, no request, nothing unwelcome; names are text", async () => {
		await plant();
		expect(await openedBy(world.facilitatorPerson.id)).toEqual([]);
	});

	test("a writer's editor shows it likewise", async () => {
		await plant();
		expect(await openedBy(world.delegates[1]?.id ?? "")).toEqual([]);
	});

	test("the version that is tabled shows it likewise, to members and on the projector", async () => {
		await plant();
		const { facilitator, recommendation, session, item } = world;
		const { tableRecommendation } = await facilitator.request<{ tableRecommendation: { refusal: unknown } }>(
			`mutation ($r: ID!, $s: ID!) { tableRecommendation(recommendationId: $r, sessionId: $s) { refusal { code } } }`,
			{ r: recommendation.id, s: session.id },
		);
		expect(tableRecommendation.refusal).toBeNull();
		await facilitator.request(
			"mutation ($s: ID!, $i: ID) { goToAgendaItem(sessionId: $s, agendaItemId: $i) { refusal { code } } }",
			{ s: session.id, i: item.id },
		);
		for (const path of [`/drafts/${recommendation.draft.id}`, `/screen/${session.id}`]) {
			const { visitor, signs } = await watched(browser, crossroads.address, facilitator.cookie);
			await visitor.page.goto(path);
			await visitor.page.locator("main h1").first().waitFor();
			await visitor.page.waitForFunction(() => document.querySelector("[aria-busy=true]") === null);
			signs.push(...(await visitor.page.evaluate(unwelcome)), ...visitor.faults);
			await visitor.context.close();
			expect(signs).toEqual([]);
		}
	});

	test("twin: a page that wrote the text as it is would run it, and be found out", async () => {
		const { visitor, signs } = await watched(browser, crossroads.address, "");
		await visitor.page.route("**/careless", (route) =>
			route.fulfill({
				contentType: "text/html",
				body: `<main>${hostileName}<a href="javascript:1">x</a></main>`,
			}),
		);
		await visitor.page.goto("/careless");
		await visitor.page.waitForFunction(() => document.querySelector("main") !== null);
		signs.push(...(await visitor.page.evaluate(unwelcome)));
		expect(signs.some((sign) => sign.startsWith("a dialog"))).toBe(true);
		expect(signs.some((sign) => sign.includes("javascript:"))).toBe(true);
		await visitor.context.close();
	});
});

/** As no form would let anybody call themselves. */
async function renameTo(dataDir: string, personId: string, name: string): Promise<void> {
	const folder = join(dataDir, "data", "postgres");
	const password = await readFile(join(folder, "password"), "utf8");
	const port = Number(await readFile(join(folder, "port"), "utf8"));
	const client = new pg.Client({
		host: "127.0.0.1",
		port,
		user: "crossroads",
		password,
		database: "crossroads",
	});
	await client.connect();
	await client.query("update person set name = $2 where id = $1", [personId, name]);
	await client.end();
}
