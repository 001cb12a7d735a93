import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chromiumPath, launchBrowser } from "./testing/browser.ts";
import type { GraphClient } from "./testing/graph.ts";
import { demoPlenary, signedIn } from "./testing/people.ts";
import { type RunningCrossroads, startCrossroads } from "./testing/startCrossroads.ts";
import { enterAs, shows, type Visitor, visit } from "./testing/visitor.ts";

const CHECK_IN = "mutation ($id: ID!) { checkIn(sessionId: $id) { refusal { code } } }";
const GO =
	"mutation ($s: ID!, $i: ID!) { goToAgendaItem(sessionId: $s, agendaItemId: $i) { refusal { code } } }";
const CREATE =
	"mutation ($input: CreatePollInput!) { createPoll(input: $input) { poll { id } refusal { code } } }";

describe.skipIf(chromiumPath === undefined)("a plenary in which not everybody votes by phone", () => {
	let crossroads: RunningCrossroads;
	let browser: Browser;
	const visitors: Visitor[] = [];

	beforeAll(async () => {
		crossroads = await startCrossroads();
		browser = await launchBrowser();
	});
	afterAll(async () => {
		await browser?.close();
		await crossroads?.stop();
	});

	async function newVisitor(screen: "phone" | "laptop", name: string) {
		const visitor = await visit(browser, crossroads.address, screen);
		visitors.push(visitor);
		await enterAs(visitor, name);
		return visitor;
	}

	test("[V29] an absent delegate gives the vote away by phone, another one's is entered, and both are cast", async () => {
		const { session, item, facilitator, facilitatorPerson, delegates } = await demoPlenary(
			crossroads.address,
		);
		const [proxy, absent, entered, ...others] = delegates;
		if (!proxy || !absent || !entered) throw new Error("the demonstration has too few delegates");
		for (const { id } of [proxy, ...others.slice(0, 3)])
			await (await signedIn(crossroads.address, id)).request(CHECK_IN, { id: session.id });
		await facilitator.request(GO, { s: session.id, i: item.id });
		const question = "Do we meet in Tartu next year?";
		const input = { sessionId: session.id, agendaItemId: item.id, question, quorumNumerator: 0 };
		await facilitator.request(CREATE, { input });

		const console = await newVisitor("laptop", facilitatorPerson.name);
		await console.page.goto(`/session/${session.id}/run`);
		await console.page.getByText("Voting for somebody absent", { exact: true }).click();
		await console.page.getByLabel("One person may vote for").selectOption({ label: "up to 2 absent people" });

		const atHome = await newVisitor("phone", absent.name);
		await atHome.page.goto(`/session/${session.id}`);
		await press(atHome, "Let somebody vote for me");
		await atHome.page.getByLabel("Find a name or city").fill(proxy.name);
		await press(atHome, new RegExp(`^${proxy.name}`));
		await press(atHome, `Let ${proxy.name} vote for me`);
		await shows(atHome.page, `${proxy.name} votes for you if you are not checked in`);

		await shows(console.page.getByRole("table"), absent.name);
		await console.page.getByLabel("Absent").selectOption({ label: `${entered.name}, ${entered.city}` });
		await console.page.getByLabel("Votes for them").selectOption({ label: `${proxy.name}, ${proxy.city}` });
		await press(console, "Enter");
		await shows(console.page.getByRole("table"), entered.name);

		const phone = await newVisitor("phone", proxy.name);
		await phone.page.goto(`/session/${session.id}`);
		await shows(phone.page, /You vote for .* if they are not checked in/);
		await press(console, /^Open the vote/);
		const ballotOf = (name: string) => phone.page.getByRole("region", { name, exact: true });
		await ballotOf("Your ballot").getByText("Yes", { exact: true }).click();
		await ballotOf(`For ${absent.name}`).getByText("No", { exact: true }).click();
		await phone.page.reload();
		await press(phone, `Vote for ${absent.name}: No`);
		await shows(ballotOf(`For ${absent.name}`), "Counted");
		await press(phone, "Cast my ballot: Yes");
		await shows(ballotOf("Your ballot"), "Counted");
		await ballotOf(`For ${entered.name}`).getByText("Abstain", { exact: true }).click();
		await press(phone, `Vote for ${entered.name}: Abstain`);
		await shows(ballotOf(`For ${entered.name}`), "Counted");
		await shows(atHome.page, `A vote is running`);
		await press(atHome, "Check in");
		await shows(atHome.page, `${proxy.name} casts your ballot in this vote`);
		await shows(console.page, "3 of 6 have voted");
		expect(visitors.flatMap(({ faults }) => faults)).toEqual([]);
	}, 180_000);

	test("[V30] a delegation that counts as five splits its vote on the phone, part by part", async () => {
		const { session, item, facilitator, facilitatorPerson, delegates } = await demoPlenary(
			crossroads.address,
		);
		await end(facilitator, session.id);
		const head = delegates[0];
		if (!head) throw new Error("the demonstration has no delegates");
		const question = "Shall the handbook be printed?";
		const input = { sessionId: session.id, agendaItemId: item.id, question, quorumNumerator: 0 };
		await facilitator.request(CREATE, { input });

		const console = await newVisitor("laptop", facilitatorPerson.name);
		await console.page.goto(`/session/${session.id}/run`);
		await console.page.getByText("Weights", { exact: true }).first().click();
		await console.page
			.getByLabel("Who", { exact: true })
			.selectOption({ label: `${head.name}, ${head.city}` });
		await console.page.getByLabel("Counts as").fill("5");
		await press(console, "Set");
		await shows(console.page.getByRole("table"), head.name);
		await press(console, /^Open the vote/);

		const phone = await newVisitor("phone", head.name);
		await phone.page.goto(`/session/${session.id}`);
		await shows(phone.page, "Your ballot counts as 5.");
		await press(phone, "Split my vote");
		await shows(phone.page, "Part 1: 5 of 5 left to give");
		await phone.page.getByText("Yes", { exact: true }).first().click();
		await phone.page.getByRole("textbox", { name: "This answer gets" }).fill("3");
		await phone.page.getByRole("textbox", { name: "This answer gets" }).press("Tab");
		await press(phone, "Go on: 2 left");
		await phone.page.reload();
		await shows(phone.page, "Part 2: 2 of 5 left to give");
		await phone.page.getByText("No", { exact: true }).first().click();
		await press(phone, "Review the whole vote");
		await shows(phone.page, "3 × Yes");
		await press(phone, "Cast this ballot");
		await shows(phone.page, "Counted");
		await shows(phone.page, "2 × No");
		await end(facilitator, session.id);
		await phone.page.reload();
		await shows(phone.page, "Adopted");
		expect(visitors.flatMap(({ faults }) => faults)).toEqual([]);
	}, 120_000);

	test("[V32] a paper is handed out, read differently by two people, then alike, and counted with the phones", async () => {
		const { session, item, facilitator, facilitatorPerson, delegates, coordinator } = await demoPlenary(
			crossroads.address,
		);
		await end(facilitator, session.id);
		const [voter, onPaper] = delegates;
		if (!voter || !onPaper) throw new Error("the demonstration has too few delegates");
		await (await signedIn(crossroads.address, onPaper.id)).request(CHECK_IN, { id: session.id });
		const question = "Do we buy a second projector?";
		const input = { sessionId: session.id, agendaItemId: item.id, question, quorumNumerator: 0 };
		await facilitator.request(CREATE, { input });

		const first = await newVisitor("laptop", facilitatorPerson.name);
		const second = await newVisitor("laptop", coordinator.name);
		await first.page.goto(`/session/${session.id}/run`);
		await press(first, /^Open the vote/);
		await first.page.getByText("Ballots on paper", { exact: true }).first().click();
		await first.page.getByLabel("Votes on paper").selectOption({ label: `${onPaper.name}, ${onPaper.city}` });
		await press(first, "Hand out a paper");
		await shows(first.page.getByRole("table"), onPaper.name);

		const phone = await newVisitor("phone", onPaper.name);
		await phone.page.goto(`/session/${session.id}`);
		await shows(phone.page, "You vote on paper: number 1.");

		await second.page.goto(`/session/${session.id}/run`);
		await second.page.getByText("Ballots on paper", { exact: true }).first().click();
		await enterByKeyboard(first, "1", "ArrowDown", "ArrowUp");
		await shows(first.page.getByRole("table"), "By one person.");
		await press(first, "Close the vote");
		await first.page.getByRole("alertdialog").getByRole("button", { name: "Close the vote" }).click();
		await shows(first.page, /Not all papers are entered alike/);
		await enterByKeyboard(second, "1", "ArrowDown");
		for (const { page } of [first, second]) await shows(page, /The other read/);
		await enterByKeyboard(second, "1", "ArrowDown", "ArrowUp");
		await shows(first.page.getByRole("table"), /By two people alike/);

		await press(first, "Close the vote");
		await first.page.getByRole("alertdialog").getByRole("button", { name: "Close the vote" }).click();
		await shows(first.page, /^1 of 5 ha/);
		await press(first, "Publish the result");
		await press(first, "Publish");
		await shows(phone.page, "Adopted");
		expect(visitors.flatMap(({ faults }) => faults)).toEqual([]);
	}, 120_000);
});

/** A paper's number, then its answer by the arrow keys, then Enter: no mouse. */
async function enterByKeyboard({ page }: Visitor, paper: string, ...keys: string[]): Promise<void> {
	await page.getByLabel("Paper number").fill(paper);
	await page.keyboard.press("Tab");
	await page.keyboard.press("Space");
	for (const key of keys) await page.keyboard.press(key);
	await page.keyboard.press("Tab");
	await page.keyboard.press("Enter");
	await shows(page, `Paper ${paper}: `);
}

/** Closes and publishes what is open in the session. */
async function end(facilitator: GraphClient, sessionId: string): Promise<void> {
	const { session } = await facilitator.request<{ session: { polls: { id: string; state: string }[] } }>(
		"query ($id: ID!) { session(id: $id) { polls { id state } } }",
		{ id: sessionId },
	);
	for (const { id, state } of session.polls) {
		if (state !== "OPEN") continue;
		for (const step of ["closePoll", "publishPoll"])
			await facilitator.request(`mutation ($id: ID!) { ${step}(pollId: $id) { refusal { code } } }`, { id });
	}
}

function press({ page }: Visitor, name: string | RegExp): Promise<void> {
	return page
		.getByRole("button", { name, ...(typeof name === "string" && { exact: true }) })
		.first()
		.click();
}
