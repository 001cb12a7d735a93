import { fileURLToPath } from "node:url";
import { boardText, checkOpenedBox, isAnswerText, optionsOf, textBytesOf } from "@crossroads/shared";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createViteServer } from "vitest/node";
import { buildBoard } from "../server/src/voting/domain/buildBoard.ts";
import { loadSodium } from "../server/src/voting/sealing/loadSodium.ts";
import { boardFacts } from "../server/src/voting/testing/boardFacts.ts";
import { signer } from "../server/src/voting/testing/boardVerifier.ts";
import type { secretPoll } from "./testing/ballotSecrecy/page.ts";
import { chromiumPath, launchBrowser } from "./testing/browser.ts";

declare global {
	interface Window {
		secretPoll: typeof secretPoll;
	}
}

const settings = { method: "YES_NO_ABSTAIN", options: optionsOf("YES_NO_ABSTAIN", []) } as const;
const textBytes = textBytesOf(settings);
const said = (option: string) => `{"marks":[{"option":"${option}","value":1}]}`;
/** As the server sends it (http/serving/securityHeaders.ts), with what is asked for scripts. */
const policy = (scripts: string) => `default-src 'self'; script-src ${scripts}; connect-src 'self' ws:`;

describe.skipIf(chromiumPath === undefined)("a secret poll's browsers, in Chromium", () => {
	let browser: Browser;
	const servers: Awaited<ReturnType<typeof createViteServer>>[] = [];

	beforeAll(async () => {
		browser = await launchBrowser();
	});
	afterAll(async () => {
		await browser?.close();
		await Promise.all(servers.map((server) => server.close()));
	});

	async function pageUnder(scripts: string): Promise<Page> {
		const server = await createViteServer({
			configFile: false,
			root: fileURLToPath(new URL("./testing/ballotSecrecy/", import.meta.url)),
			cacheDir: fileURLToPath(new URL("../node_modules/.cache/ballotSecrecy", import.meta.url)),
			resolve: { conditions: ["crossroads-source", "module", "browser", "development|production"] },
			server: {
				port: 0,
				hmr: false,
				headers: { "content-security-policy": policy(scripts) },
				fs: { strict: false },
			},
		});
		servers.push(server);
		await server.listen();
		const page = await browser.newPage();
		await page.goto(server.resolvedUrls?.local[0] as string);
		await page.waitForFunction(() => "secretPoll" in window);
		return page;
	}

	test("[S1] [S5] [T1] [T6] five vote, two of three trustees open the box, and the server finds every answer", async () => {
		const page = await pageUnder("'self' 'wasm-unsafe-eval'");
		const persons = ["Ana", "Bo", "Chloé"];
		const poll = await page.evaluate((all) => window.secretPoll.prepare("poll-1", all, 2), persons);
		const votes: Awaited<ReturnType<typeof secretPoll.vote>>[] = [];
		for (const option of ["YES", "NO", "YES", "ABSTAIN", "YES"]) {
			votes.push(
				await page.evaluate(([of, bytes, text]) => window.secretPoll.vote(of, bytes, text), [
					poll,
					textBytes,
					said(option),
				] as const),
			);
		}
		// The drawer keeps the keys through a reload.
		await page.reload();
		await page.waitForFunction(() => "secretPoll" in window);
		const box = votes.map(({ sealed }) => sealed).sort();
		const openBy = (who: readonly string[]) =>
			page.evaluate(([of, bytes, all, some]) => window.secretPoll.open(of, bytes, all, some), [
				poll,
				textBytes,
				box,
				who,
			] as const);
		expect(await openBy(["Bo"])).toMatchObject({ keys: null, refusal: "too-few-shares" });
		const opened = await openBy(["Chloé", "Ana"]);
		if (!("plaintexts" in opened)) throw new Error("The box stayed shut.");
		const sodium = await loadSodium();
		const content = await checkOpenedBox(
			sodium,
			{
				seal: { pollId: "poll-1", publicKey: sodium.from_base64(poll.pollKey), textBytes },
				isAnswer: (text) => isAnswerText(settings, text),
				breathe: () => Promise.resolve(),
			},
			box.map((ballot) => sodium.from_base64(ballot)),
			opened,
		);
		const texts = [said("ABSTAIN"), said("NO"), said("YES"), said("YES"), said("YES")];
		expect(content).toEqual({ texts, invalid: [] });
		expect(new Set(votes.map(({ receipt }) => receipt)).size).toBe(5);
	});

	test("[B6] a voter's phone finds the ballot on the board that the server built", async () => {
		const page = await pageUnder("'self'");
		const facts = boardFacts("SCORE", "NAMED", 7, signer.digest);
		const text = boardText(buildBoard(facts, signer));
		const look = (board: string, receipt: string) =>
			page.evaluate(([of, own, key]) => window.secretPoll.checkReceipt(of, own, key), [
				board,
				receipt,
				signer.key,
			] as const);
		const own = facts.ballots.find(({ receipt }) => receipt !== null)?.receipt as string;
		expect(await look(text, own)).toMatchObject({ kind: "included" });
		expect(await look(text, "22222-22222")).toEqual({ kind: "missing" });
		expect(await look(text.replace("Zagreb", "Zurich"), own)).toEqual({ kind: "not-a-board" });
	});

	test("twin: without 'wasm-unsafe-eval' in the policy, libsodium does not start", async () => {
		const page = await pageUnder("'self'");
		const refusal = page.evaluate(() => window.secretPoll.prepare("poll-1", ["Ana", "Bo"], 2));
		await expect(refusal).rejects.toThrow(/WebAssembly|wasm|Content Security Policy/i);
	});
});
