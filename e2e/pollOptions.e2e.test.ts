import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chromiumPath, launchBrowser } from "./testing/browser.ts";
import { demoPlenary } from "./testing/people.ts";
import { type RunningCrossroads, startCrossroads } from "./testing/startCrossroads.ts";
import { enterAs, shows, type Visitor, visit } from "./testing/visitor.ts";

const CREATE = `mutation ($input: CreatePollInput!) {
	createPoll(input: $input) { poll { id } refusal { code } } }`;
const GO_TO = `mutation ($id: ID!, $item: ID!) {
	goToAgendaItem(sessionId: $id, agendaItemId: $item) { refusal { code } } }`;
const MOVE = (field: string) => `mutation ($id: ID!) { ${field}(pollId: $id) { refusal { code } } }`;
const OPTIONS = ["Language tandems", "Neighbourhood dinners", "Shared gardens"];

describe.skipIf(chromiumPath === undefined)("a vote among options in real browsers", () => {
	let crossroads: RunningCrossroads;
	let browser: Browser;

	beforeAll(async () => {
		crossroads = await startCrossroads();
		browser = await launchBrowser();
	});
	afterAll(async () => {
		await browser?.close();
		await crossroads?.stop();
	});

	test("is chosen on a phone, counted by its labels on every screen, and decided", async () => {
		const { session, item, delegates, facilitator, facilitatorPerson } = await demoPlenary(
			crossroads.address,
		);
		const visitors: Visitor[] = [];
		const enter = async (name: string | null, screen: "phone" | "laptop" | "projector", path: string) => {
			const visitor = await visit(browser, crossroads.address, screen);
			visitors.push(visitor);
			if (name !== null) await enterAs(visitor, name);
			await visitor.page.goto(path);
			return visitor.page;
		};
		const phone = await enter(delegates[0]?.name as string, "phone", `/session/${session.id}`);
		await phone.getByRole("button", { name: "Check in" }).click();
		await phone.getByRole("button", { name: "Check in" }).waitFor({ state: "detached" });
		await facilitator.request(GO_TO, { id: session.id, item: item.id });
		const input = {
			sessionId: session.id,
			question: "What do we try out next?",
			method: "SINGLE_CHOICE",
			options: OPTIONS,
			quorumNumerator: 0,
			allowsBallotChange: true,
		};
		const { createPoll } = await facilitator.request<{ createPoll: { poll: { id: string } } }>(CREATE, {
			input,
		});
		const { id } = createPoll.poll;
		await facilitator.request(MOVE("openPoll"), { id });

		const wall = await enter(null, "projector", `/screen/${session.id}`);
		const console = await enter(facilitatorPerson.name, "laptop", `/session/${session.id}/run`);
		const everybody = await enter(null, "phone", "/");
		for (const page of [wall, console, everybody]) await shows(page, "Neighbourhood dinners");
		await shows(phone, "The option with the most votes is chosen.");
		await phone.getByText("Neighbourhood dinners", { exact: true }).first().click();
		await phone.getByRole("button", { name: "Cast my ballot: Neighbourhood dinners" }).click();
		await shows(phone, "Counted");
		for (const page of [wall, console, everybody]) {
			await counts(page, "Neighbourhood dinners", 1);
			await counts(page, "Shared gardens", 0);
		}

		// The ballot is changed, and the count goes with it.
		await phone.getByRole("button", { name: "Change my ballot" }).click();
		await shows(phone, "In the box is your ballot “Neighbourhood dinners”.");
		await phone.getByText("Shared gardens", { exact: true }).first().click();
		await phone.getByRole("button", { name: "Cast my ballot: Shared gardens" }).click();
		for (const page of [wall, console, everybody]) {
			await counts(page, "Shared gardens", 1);
			await counts(page, "Neighbourhood dinners", 0);
		}

		await facilitator.request(MOVE("closePoll"), { id });
		await facilitator.request(MOVE("publishPoll"), { id });
		for (const page of [phone, wall, console]) await shows(page, "Chosen: Shared gardens");
		expect(visitors.flatMap(({ faults }) => faults)).toEqual([]);
	}, 120_000);
});

/** Waits until the figure stands beside the option's label. */
function counts(page: Visitor["page"], label: string, figure: number): Promise<void> {
	return page
		.locator("dl > div", { hasText: label })
		.locator("dd", { hasText: new RegExp(`^${figure}$`) })
		.first()
		.waitFor();
}
