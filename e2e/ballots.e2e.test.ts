import AxeBuilder from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chromiumPath, launchBrowser } from "./testing/browser.ts";
import { type CuttableWire, cuttableWire } from "./testing/cuttableWire.ts";
import type { GraphClient } from "./testing/graph.ts";
import { demoPlenary, signedIn } from "./testing/people.ts";
import { type PollAsked, pollsOf } from "./testing/polls.ts";
import { type RunningCrossroads, startCrossroads } from "./testing/startCrossroads.ts";
import { shows, type Visitor, visit } from "./testing/visitor.ts";

const options = ["Trees along the school way", "Night buses", "A room open after six"];

/** A method, how a thumb answers it, how the answer is read back, and what the count then knows. */
interface Ballot extends PollAsked {
	answer(page: Page): Promise<void>;
	/** On the button itself, or line by line on the slip. */
	readBack: string[];
	isOnButton?: boolean;
	counts: Record<string, number>;
}

const counted = (page: Page) => page.getByText("Counted", { exact: true }).waitFor();
const tap = (page: Page, name: string) => page.getByText(name, { exact: true }).first().click();
const judge = (page: Page, option: string, value: string) =>
	page.getByRole("radiogroup", { name: option }).getByText(value, { exact: true }).click();
const more = (page: Page, option: string) =>
	page.getByRole("button", { name: `A dot more for ${option}` }).click();

const ballots: Ballot[] = [
	{
		method: "YES_NO_ABSTAIN",
		answer: (page) => tap(page, "No"),
		readBack: ["No"],
		isOnButton: true,
		counts: { NO: 1 },
	},
	{
		method: "SINGLE_CHOICE",
		options,
		answer: (page) => tap(page, "Night buses"),
		readBack: ["Night buses"],
		isOnButton: true,
		counts: { B: 1 },
	},
	{
		method: "SINGLE_CHOICE",
		options,
		answer: (page) => tap(page, "Abstain"),
		readBack: ["Abstain"],
		isOnButton: true,
		counts: {},
	},
	{
		method: "MULTIPLE_CHOICE",
		options,
		mostChosen: 2,
		answer: async (page) => {
			await tap(page, "Night buses");
			await tap(page, "A room open after six");
			await shows(page, "2 of 2 chosen");
			expect(await page.getByRole("checkbox", { name: "Trees along the school way" }).isDisabled()).toBe(
				true,
			);
		},
		readBack: ["Night buses", "A room open after six"],
		counts: { B: 1, C: 1 },
	},
	{
		method: "APPROVAL",
		options,
		answer: async (page) => {
			await tap(page, "Night buses");
			await tap(page, "Trees along the school way");
		},
		readBack: ["Trees along the school way", "Night buses"],
		counts: { A: 1, B: 1 },
	},
	{
		method: "SCORE",
		options,
		answer: async (page) => {
			await judge(page, "Night buses", "5");
			await judge(page, "A room open after six", "2");
		},
		readBack: [
			"5 points: Night buses",
			"2 points: A room open after six",
			"0 points: Trees along the school way",
		],
		counts: { B: 5, C: 2 },
	},
	{
		method: "DOTS",
		options,
		dots: 3,
		answer: async (page) => {
			await more(page, "Night buses");
			await more(page, "Night buses");
			await more(page, "Trees along the school way");
			await shows(page, "0 of 3 dots left");
		},
		readBack: ["2 dots: Night buses", "1 dot: Trees along the school way", "0 dots: A room open after six"],
		counts: { A: 1, B: 2 },
	},
];

describe.skipIf(chromiumPath === undefined)("ballots on a phone", () => {
	let crossroads: RunningCrossroads;
	let browser: Browser;
	let wire: CuttableWire;
	let voter: Visitor;
	let other: GraphClient;
	let polls: ReturnType<typeof pollsOf>;

	beforeAll(async () => {
		crossroads = await startCrossroads();
		browser = await launchBrowser();
		wire = await cuttableWire(crossroads.address);
		const { session, facilitator, delegates } = await demoPlenary(crossroads.address);
		polls = pollsOf(facilitator, session.id);
		const [first, second] = await Promise.all(
			delegates.slice(0, 2).map(({ id }) => signedIn(crossroads.address, id)),
		);
		other = second as GraphClient;
		for (const client of [first, second])
			await client?.request("mutation ($id: ID!) { checkIn(sessionId: $id) { refusal { code } } }", {
				id: session.id,
			});
		voter = await visit(browser, wire.address, "phone", { cookie: first?.cookie });
		await voter.page.goto(`/session/${session.id}`);
		await voter.page.getByRole("heading", { level: 1 }).waitFor();
	});
	afterAll(async () => {
		await browser?.close();
		await wire?.close();
		await crossroads?.stop();
	});

	test.each(ballots)("$method: entered, read back, cast and counted", async (ballot) => {
		const { page } = voter;
		const poll = await polls.open(ballot);
		await shows(page, poll.question);
		await page.getByText("Choose an answer above").waitFor();
		const { violations } = await new AxeBuilder({ page }).analyze();
		expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
		await ballot.answer(page);
		if (ballot.isOnButton)
			await page.getByRole("button", { name: `Cast my ballot: ${ballot.readBack[0]}` }).click();
		else {
			await page.getByRole("button", { name: "Look over my ballot" }).click();
			const slip = page.getByRole("region", { name: "Is this your ballot?" });
			expect(await slip.getByRole("listitem").allInnerTexts()).toEqual(ballot.readBack);
			await slip.getByRole("button", { name: "Cast this ballot" }).click();
		}
		await counted(page);
		for (const line of ballot.readBack) await shows(page, line);
		expect(await polls.points(poll.id)).toEqual(ballot.counts);
		await polls.close(poll.id);
		expect(voter.faults).toEqual([]);
	});

	test("half a ballot outlives news and a reload; a cast one outlives a cut wire, and is not counted before it is", async () => {
		const { page } = voter;
		const poll = await polls.open({ method: "DOTS", options, dots: 3 });
		await shows(page, poll.question);
		await more(page, "Night buses");
		await more(page, "Night buses");
		await polls.cast(other, poll.id, [{ option: "A", value: 3 }]);
		await shows(page, "1 of 2 have voted");
		await shows(page, "1 of 3 dots left");
		await page.reload();
		await shows(page, "1 of 3 dots left");
		await page.getByRole("button", { name: "Look over my ballot" }).click();
		wire.cut();
		await page.getByRole("button", { name: "Cast this ballot" }).click();
		await shows(page, /It is not counted yet/);
		expect(await page.getByText("Counted", { exact: true }).count()).toBe(0);
		wire.mend();
		await counted(page);
		expect(await polls.points(poll.id)).toEqual({ A: 3, B: 2 });
		await polls.close(poll.id);
	});
});
