import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { boardText } from "@crossroads/shared";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildBoard } from "../domain/buildBoard.ts";
import { boardFacts } from "../testing/boardFacts.ts";
import { signer, VERIFIER_FOLDER } from "../testing/boardVerifier.ts";

const board = boardText(buildBoard(boardFacts("SCHULZE", "SECRET", 12, signer.digest), signer));
const forged = board.replace('"question":"', '"question":"Not so: ');
const files = readdirSync(VERIFIER_FOLDER).filter((name) => name.endsWith(".mjs"));

/** What a server shows: its boards and its key. */
const pages: Record<string, string> = {
	"/polls/1/board.json": board,
	"/polls/2/board.json": forged,
	"/.well-known/crossroads-board-key": `${signer.key}\n`,
};
const server = createServer((request, answer) => {
	const page = pages[request.url ?? ""];
	answer.writeHead(page === undefined ? 404 : 200).end(page);
});
let folder: string;
let address: string;

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), "stranger-"));
	for (const name of files) cpSync(join(VERIFIER_FOLDER, name), join(folder, name));
	writeFileSync(join(folder, "board.json"), board);
	writeFileSync(join(folder, "forged.json"), forged);
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
	server.close();
	rmSync(folder, { recursive: true });
});

function run(...words: readonly string[]): Promise<{ code: number; output: string }> {
	return new Promise((resolve) => {
		execFile(process.execPath, ["verifyPoll.mjs", ...words], { cwd: folder }, (error, out, err) => {
			resolve({ code: error ? Number(error.code) : 0, output: `${out}${err}` });
		});
	});
}

describe("the verifier, copied out and run by plain Node [B8]", () => {
	test("believes a board that holds, and says what it checked", async () => {
		const { code, output } = await run("board.json");
		expect(output).toMatch(/✓ count +by SCHULZE: /);
		expect(output).toMatch(/The board holds/);
		expect(code).toBe(0);
	});

	test("refuses a forged one with the reason", async () => {
		const { code, output } = await run("forged.json");
		expect(output).toMatch(/✗ Entry 1, or its hash, was changed/);
		expect(output).toMatch(/REFUSED/);
		expect(code).toBe(1);
	});

	test("fetches a board, and the key by which its server signs", async () => {
		expect(await run(`${address}/polls/1/board.json`)).toMatchObject({ code: 0 });
		expect(await run(`${address}/polls/2/board.json`)).toMatchObject({ code: 1 });
	});

	test("takes the key that it is given", async () => {
		expect(await run("board.json", signer.key)).toMatchObject({ code: 0 });
		const { code, output } = await run("board.json", "A".repeat(43));
		expect(output).toMatch(/another key/);
		expect(code).toBe(1);
	});

	test.each([[], ["nowhere.json"], ["http://127.0.0.1:1/board.json"]])(
		"says that it cannot read: %s",
		async (...words) => {
			const { code, output } = await run(...words);
			expect(output).toMatch(/cannot be read/);
			expect(code).toBe(2);
		},
	);

	test("says that an address answers with an error", async () => {
		const { code, output } = await run(`${address}/polls/3/board.json`);
		expect(output).toMatch(/404/);
		expect(code).toBe(2);
	});
});

test("[B8] it is less than 500 lines, and imports nothing but Node's own and itself", () => {
	const texts = files.map((name) => readFileSync(join(VERIFIER_FOLDER, name), "utf8"));
	expect(texts.join("").split("\n").length).toBeLessThan(500);
	const imported = texts.flatMap((text) => [...text.matchAll(/from "([^"]+)"|import\("?([^")]+)/g)]);
	const names = imported.map(([, by, other]) => by ?? other ?? "");
	expect(names.length).toBeGreaterThan(5);
	expect(names.filter((name) => !/^(node:|\.\/\w+\.mjs$)/.test(name))).toEqual([]);
});
