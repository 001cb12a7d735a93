import AxeBuilder from "@axe-core/playwright";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chromiumPath, launchBrowser } from "./testing/browser.ts";
import type { GraphClient } from "./testing/graph.ts";
import { demoPlenary, signedIn } from "./testing/people.ts";
import { type RunningCrossroads, startCrossroads } from "./testing/startCrossroads.ts";
import { shows, type Visitor, visit } from "./testing/visitor.ts";
import { linesOf, linesOnServer, openDraft, says, write } from "./testing/writing.ts";

interface Moments {
	draftHistory: { moments: { cursor: string }[] };
}

describe.skipIf(chromiumPath === undefined)("the history of a draft", () => {
	let crossroads: RunningCrossroads;
	let browser: Browser;
	let plenary: Awaited<ReturnType<typeof demoPlenary>>;
	let writer: Visitor;
	let draftId: string;

	beforeAll(async () => {
		crossroads = await startCrossroads();
		browser = await launchBrowser();
		plenary = await demoPlenary(crossroads.address);
		draftId = plenary.recommendation.draft.id;
		writer = await visitorOf(await signedIn(crossroads.address, plenary.delegates[0]?.id ?? ""));
	});
	afterAll(async () => {
		await browser?.close();
		await crossroads?.stop();
	});

	const visitorOf = ({ cookie }: GraphClient) => visit(browser, crossroads.address, "laptop", { cookie });

	async function newestMoment(): Promise<string> {
		const { draftHistory } = await plenary.facilitator.request<Moments>(
			"query ($id: ID!) { draftHistory(draftId: $id, first: 1) { moments { cursor } } }",
			{ id: draftId },
		);
		return draftHistory.moments[0]?.cursor ?? "";
	}

	test("shows a text of before with who wrote what, and restores it as a new edit that others see", async () => {
		const before = await newestMoment();
		const linesBefore = await linesOnServer(plenary.facilitator, draftId);
		await openDraft(writer, draftId);
		await write(writer, "Written today.");
		await says(writer, "saved");
		await writer.page.getByRole("link", { name: "History" }).click();
		const today = writer.page.locator("[title]", { hasText: "Written today." });
		await today.waitFor();
		expect(await today.getAttribute("title")).toBe(plenary.delegates[0]?.name);
		await shows(writer.page.getByRole("list", { name: "Who wrote it" }), plenary.delegates[0]?.name ?? "");

		const reader = await visitorOf(plenary.facilitator);
		await reader.page.goto(`/drafts/${draftId}`);
		await shows(reader.page, "Written today.");
		await writer.page.goto(`/drafts/${draftId}?history=${encodeURIComponent(before)}`);
		await writer.page.getByRole("button", { name: "Restore this text" }).click();
		await writer.page.getByRole("alertdialog").getByRole("button", { name: "Restore this text" }).click();
		await writer.page.locator("[contenteditable=true]").waitFor();
		await reader.page.getByText("Written today.").waitFor({ state: "detached" });
		expect(await linesOf(reader)).toEqual(linesBefore);
		expect(await linesOnServer(plenary.facilitator, draftId)).toEqual(linesBefore);

		// What was before the restoring is not lost by it.
		expect(await newestMoment()).not.toBe(before);
		expect([...writer.faults, ...reader.faults]).toEqual([]);
		await reader.context.close();
	});

	test("can be read by those who may not write, who are not offered to restore", async () => {
		const reader = await visitorOf(plenary.facilitator);
		await reader.page.goto(`/drafts/${draftId}?history=`);
		await reader.page.getByRole("heading", { name: /^The text on/ }).waitFor();
		for (const colorScheme of ["light", "dark"] as const) {
			await reader.page.emulateMedia({ colorScheme });
			const { violations } = await new AxeBuilder({ page: reader.page }).analyze();
			expect(violations.map(({ id, nodes }) => `${colorScheme}: ${id} ${nodes[0]?.html}`)).toEqual([]);
		}
		const moments = reader.page.getByRole("region", { name: "History" }).getByRole("link");
		await moments.last().click();
		await reader.page.getByRole("heading", { name: /^The text on/ }).waitFor();
		expect(await reader.page.getByRole("button", { name: "Restore this text" }).count()).toBe(0);
		await reader.page.goto(`/drafts/${draftId}?history=nothing.1`);
		await shows(reader.page, "There is no such moment in the history of this text.");
		await reader.context.close();
	});
});
