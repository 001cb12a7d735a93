import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chromiumPath, launchBrowser } from "./testing/browser.ts";
import type { GraphClient } from "./testing/graph.ts";
import { listenPolitely, pressByKeyboard, tabTo } from "./testing/keyboard.ts";
import { demoPlenary, signedIn } from "./testing/people.ts";
import { pollsOf } from "./testing/polls.ts";
import { screenReaderOf } from "./testing/screenReader.ts";
import { type RunningCrossroads, startCrossroads } from "./testing/startCrossroads.ts";
import { settled, shows, type Visitor, type viewports, visit } from "./testing/visitor.ts";

const TREES = "Trees along the school way";
const BUSES = "Night buses";
const ROOM = "A room open after six";
const CHECK_IN = "mutation ($id: ID!) { checkIn(sessionId: $id) { refusal { code } } }";
const GO_TO = `mutation ($id: ID!, $item: ID!) {
	goToAgendaItem(sessionId: $id, agendaItemId: $item) { refusal { code } } }`;
const NEWEST = "query ($id: ID!) { session(id: $id) { polls { id } } }";

describe.skipIf(chromiumPath === undefined)("ranked, graded and consent polls in real browsers", () => {
	let crossroads: RunningCrossroads;
	let browser: Browser;
	let plenary: Awaited<ReturnType<typeof demoPlenary>>;
	let voters: GraphClient[];
	let wall: Page;
	let lead: Page;
	const visitors: Visitor[] = [];

	beforeAll(async () => {
		crossroads = await startCrossroads();
		browser = await launchBrowser();
		plenary = await demoPlenary(crossroads.address);
		const { session, facilitator, delegates } = plenary;
		voters = await Promise.all(delegates.slice(0, 3).map(({ id }) => signedIn(crossroads.address, id)));
		for (const voter of voters) await voter.request(CHECK_IN, { id: session.id });
		const talk = session.agenda.find(({ recommendation }) => !recommendation);
		await facilitator.request(GO_TO, { id: session.id, item: talk?.id });
		wall = await arrive("projector", `/screen/${session.id}`);
		lead = await arrive("laptop", `/session/${session.id}/run`, facilitator.cookie);
	});
	afterAll(async () => {
		await browser?.close();
		await crossroads?.stop();
	});

	async function arrive(screen: keyof typeof viewports, path: string, cookie?: string): Promise<Page> {
		const visitor = await visit(browser, crossroads.address, screen, cookie ? { cookie } : {});
		visitors.push(visitor);
		await visitor.page.goto(path);
		await settled(visitor.page);
		return visitor.page;
	}

	/** The poll that the facilitator has just prepared. */
	async function newestPoll(): Promise<string> {
		const { session } = await plenary.facilitator.request<{ session: { polls: { id: string }[] } }>(NEWEST, {
			id: plenary.session.id,
		});
		return session.polls[0]?.id ?? "";
	}

	async function prepare(question: string, fill: (sheet: ReturnType<Page["getByRole"]>) => Promise<void>) {
		await lead.getByRole("button", { name: "Put a question to the vote" }).click();
		const sheet = lead.getByRole("alertdialog");
		await sheet.getByLabel("Question", { exact: true }).fill(question);
		await fill(sheet);
		await sheet.getByRole("button", { name: "Open the vote now" }).click();
		await sheet.waitFor({ state: "detached" });
	}

	async function closeAndPublish() {
		for (const [step, confirm] of [
			["Close the vote", "Close the vote"],
			["Publish the result", "Publish"],
		] as const) {
			await lead.getByRole("button", { name: step }).first().click();
			await lead.getByRole("alertdialog").getByRole("button", { name: confirm, exact: true }).click();
			await lead.getByRole("alertdialog").waitFor({ state: "detached" });
		}
	}

	const polls = () => pollsOf(plenary.facilitator, plenary.session.id);
	const ranks = (...options: string[]) => options.map((option, place) => ({ option, value: place + 1 }));

	test("a ranked poll is prepared in the wizard, its rule read before the vote, counted, and shown everywhere", async () => {
		await prepare("What do we try out first?", async (sheet) => {
			await sheet.getByText("Choose one of several by preference").click();
			await sheet.getByText("Before they vote, all will read:").waitFor();
			// Nothing is sent while something is missing.
			await sheet.getByRole("button", { name: "Open the vote now" }).click();
			await shows(sheet, "Write at least two options.");
			await sheet.getByRole("textbox", { name: "Option 1" }).fill(BUSES);
			await sheet.getByRole("textbox", { name: "Option 2" }).fill(TREES);
			// Enter begins the next line, arrows move a line and take the focus along.
			await sheet.getByRole("textbox", { name: "Option 2" }).press("Enter");
			await lead.keyboard.type(ROOM);
			await sheet.getByRole("button", { name: `Move up: ${TREES}` }).press("Enter");
			await shows(sheet, `${TREES}, now 1 of 3`);
			expect(await sheet.getByRole("button", { name: `Move up: ${TREES}` }).evaluate(isFocused)).toBe(true);
			await sheet.getByText("More", { exact: true }).click();
			await sheet.getByLabel("Quorum of delegates").selectOption("0/1");
			await shows(sheet, /^You rank the options\..* Decided if no tie leaves a place open\./);
		});
		const phone = await arrive("phone", `/session/${plenary.session.id}`, voters[0]?.cookie);
		for (const page of [phone, wall, lead]) await shows(page, /Decided if no tie leaves a place open/);
		const pollId = await newestPoll();
		await polls().cast(voters[1] as GraphClient, pollId, ranks("A", "B"));
		await polls().cast(voters[2] as GraphClient, pollId, ranks("A", "C", "B"));

		// The projector shows how many have voted, and no figure of an option.
		await shows(wall, /of 3 have voted/);
		await wall.locator("strong", { hasText: /^2$/ }).waitFor();
		for (const option of [TREES, BUSES, ROOM]) expect(await wall.getByText(option).count()).toBe(0);
		await phone.getByRole("button", { name: new RegExp(`^${ROOM} ?, not ranked`) }).click();
		await phone.getByRole("button", { name: new RegExp(`^${TREES} ?, not ranked`) }).click();
		await phone.getByRole("button", { name: "Look over my ballot" }).click();
		await phone.getByRole("button", { name: "Cast this ballot" }).click();
		await shows(phone, "Counted");
		await wall.locator("strong", { hasText: /^3$/ }).waitFor();

		await closeAndPublish();
		for (const page of [wall, phone, lead]) {
			await shows(page, `Chosen: ${TREES}`);
			await line(page, 0, /1\s*\.\s*Trees along the school way\s*:\s*ahead of 2 of 2/);
			await line(page, 1, /A room open after six\s*:\s*ahead of 1 of 2/);
			await shows(page, "Clear choice:");
		}
		expect(await overflowOf(wall)).toEqual({ x: 0, y: 0 });
		expect((await overflowOf(phone)).x).toBe(0);
		await phone.getByText("How it was counted").click();
		const duel = phone.getByRole("row", { name: /Trees/ }).getByRole("cell", { name: /wins/ });
		expect(await duel.count()).toBe(2);
		expect(visitors.flatMap(({ faults }) => faults)).toEqual([]);
	}, 120_000);

	test("a graded poll is counted by its middle grades", async () => {
		await prepare("How good is each of these?", async (sheet) => {
			await sheet.getByText("More", { exact: true }).click();
			await sheet.getByLabel("How one votes").selectOption("MAJORITY_JUDGMENT");
			await sheet.getByLabel("Quorum of delegates").selectOption("0/1");
			await sheet.getByRole("textbox", { name: "Option 1" }).fill(BUSES);
			await sheet.getByRole("textbox", { name: "Option 2" }).fill(TREES);
			await shows(sheet, "As chosen under “More”.");
		});
		const phone = await arrive("phone", `/session/${plenary.session.id}`, voters[0]?.cookie);
		const pollId = await newestPoll();
		const grades = (A: number, B: number) => [
			{ option: "A", value: A },
			{ option: "B", value: B },
		];
		await polls().cast(voters[1] as GraphClient, pollId, grades(3, 5));
		await polls().cast(voters[2] as GraphClient, pollId, grades(6, 4));
		const judge = (option: string, grade: string) =>
			phone.getByRole("radiogroup", { name: option }).getByText(grade, { exact: true }).click();
		await judge(BUSES, "Poor");
		await judge(TREES, "Excellent");
		await shows(wall, /of 3 have voted/);
		expect(await wall.getByText(BUSES).count()).toBe(0);
		await phone.getByRole("button", { name: "Look over my ballot" }).click();
		await phone.getByRole("button", { name: "Cast this ballot" }).click();
		await shows(phone, "Counted");
		await closeAndPublish();
		for (const page of [wall, phone, lead]) {
			await shows(page, `Chosen: ${TREES}`);
			await line(page, 0, /Trees along the school way\s*:\s*Very good/);
			await line(page, 1, /Night buses\s*:\s*Acceptable/);
		}
		expect(visitors.flatMap(({ faults }) => faults)).toEqual([]);
	}, 120_000);

	test("a consent is blocked with a reason, which everybody reads", async () => {
		const reason = "The people who live there were not asked.";
		await prepare("Do we go on with this?", async (sheet) => {
			await sheet.getByText("Consent", { exact: true }).first().click();
			await sheet.getByText("More", { exact: true }).click();
			await sheet.getByLabel("Quorum of delegates").selectOption("0/1");
			await shows(sheet, /Adopted if nobody blocks and at least one agrees\./);
		});
		const phone = await arrive("phone", `/session/${plenary.session.id}`, voters[0]?.cookie);
		const pollId = await newestPoll();
		for (const voter of voters.slice(1)) await polls().cast(voter, pollId, [{ option: "AGREE", value: 1 }]);
		await phone.getByText("Block", { exact: true }).click();
		await phone.getByRole("button", { name: "Finish your answer above" }).waitFor();
		await phone.getByLabel("Why do you block?").fill(reason);
		await phone.getByRole("button", { name: /^Cast my ballot: Block/ }).click();
		await shows(phone, "Counted");
		await closeAndPublish();
		for (const page of [wall, phone, lead]) {
			await shows(page, "Not adopted");
			await shows(page, reason);
			await shows(page, "2 of 3 votes without a block, 3 needed");
		}
		expect(visitors.flatMap(({ faults }) => faults)).toEqual([]);
	}, 120_000);

	test("a blind voter ranks, casts and reads the result by keyboard alone, and hears each step", async () => {
		const phone = await arrive("laptop", `/session/${plenary.session.id}`, voters[0]?.cookie);
		const reader = await screenReaderOf(phone);
		const said = await listenPolitely(phone);
		const hears = async (words: string | RegExp) => {
			await expect.poll(said, { timeout: 10_000 }).toContainEqual(expect.stringMatching(words));
			await expect.poll(() => reader.politeRegions()).toContainEqual(expect.stringMatching(words));
		};
		const poll = await polls().open({ method: "SCHULZE", options: [BUSES, TREES, ROOM] });
		await hears(`A vote is open: ${poll.question}`);

		// The ballot's options are one group, named by the question; each says its rank in its name.
		await tabTo(phone, new RegExp(`^${ROOM}`));
		expect(await reader.inFocus()).toMatchObject({ role: "button", name: `${ROOM} , not ranked` });
		expect((await reader.all("group")).map(({ name }) => name)).toContain(poll.question);
		await phone.keyboard.press("Space");
		await hears(`${ROOM}, now rank 1 of 3`);
		expect((await reader.inFocus()).name).toBe(`${ROOM} , rank 1`);
		await tabBackTo(phone, `Move up: ${TREES}`);
		expect(await reader.inFocus()).toMatchObject({ role: "button", name: `Move up: ${TREES}` });
		await phone.keyboard.press("Enter");
		await hears(`${TREES}, now rank 2 of 3`);
		await phone.keyboard.press("Enter");
		await hears(`${TREES}, now rank 1 of 3, together with ${ROOM}`);
		await phone.keyboard.press("Enter");
		await hears(/^Trees along the school way, now rank 1 of 3$/);
		expect((await reader.inFocus()).name).toBe(`Move up: ${TREES}`);

		// The ballot is read back before it is cast, and the focus goes there.
		await pressByKeyboard(phone, "Look over my ballot");
		expect(await reader.inFocus()).toMatchObject({ role: "region", name: "Is this your ballot?" });
		const slip = await reader.texts("listitem");
		for (const words of [`1. ${TREES}`, `2. ${ROOM}`, `Last, all alike: ${BUSES}`])
			expect(slip).toContainEqual(expect.stringContaining(words));
		await pressByKeyboard(phone, "Cast this ballot");
		await hears(`Counted. Your ballot: 1. ${TREES}; 2. ${ROOM}; Last, all alike: ${BUSES}.`);

		await polls().close(poll.id);
		await hears(`The result: Chosen: ${TREES}`);
		expect((await reader.all("heading")).map(({ name }) => name)).toContain(`Chosen: ${TREES}`);
		const lines = await reader.texts("listitem");
		expect(lines).toContainEqual(
			expect.stringMatching(/1\s?\. ?Trees along the school way ?: ?ahead of 2 of 2/),
		);

		// The figures behind it are a table, in which each cell has its row and its column.
		await tabTo(phone, "How it was counted");
		await phone.keyboard.press("Enter");
		await expect
			.poll(async () => (await reader.all("columnheader")).map(({ name }) => name))
			.toEqual(["Option", BUSES, TREES, ROOM]);
		expect((await reader.all("rowheader")).map(({ name }) => name)).toEqual([BUSES, TREES, ROOM]);
		expect((await reader.texts("cell")).filter((words) => words.includes("wins"))).toHaveLength(3);
		const heard = await said();
		expect(heard.filter((words) => words.startsWith(`Counted. Your ballot: 1. ${TREES}`))).toHaveLength(1);
		expect(visitors.flatMap(({ faults }) => faults)).toEqual([]);
	}, 120_000);

	test("twin: a region that Chromium does not tell a screen reader of is not heard", async () => {
		const page = await arrive("laptop", `/session/${plenary.session.id}`, voters[1]?.cookie);
		const reader = await screenReaderOf(page);
		expect(await reader.politeRegions()).not.toEqual([]);
		await page.evaluate(() => {
			for (const region of document.querySelectorAll("[role=status]"))
				region.setAttribute("aria-hidden", "true");
		});
		expect(await reader.politeRegions()).toEqual([]);
	});
});

/** Waits until the count's line at this place reads so. */
async function line(page: Page, place: number, words: RegExp): Promise<void> {
	const lines = page.locator("ol > li", {
		hasText: /ahead of|Excellent|Very good|Good|Acceptable|Poor|Reject/,
	});
	await expect.poll(() => lines.nth(place).innerText(), { timeout: 10_000 }).toMatch(words);
}

/** How far the page can be scrolled. */
function overflowOf(page: Page) {
	return page.evaluate(() => {
		const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement;
		return { x: scrollWidth - clientWidth, y: scrollHeight - clientHeight };
	});
}

function isFocused(element: Element): boolean {
	return element === document.activeElement;
}

/** Presses Shift+Tab until the element in focus bears the name. */
async function tabBackTo(page: Page, name: string): Promise<void> {
	for (let presses = 0; presses < 30; presses += 1) {
		const label = await page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
		if (label === name) return;
		await page.keyboard.press("Shift+Tab");
	}
	throw new Error(`Shift+Tab does not lead to ${name}`);
}
