import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readKeys } from "./keys.ts";

const none = { ballot: null, board: null };
let folder: string;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "keys-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("the server's keys", () => {
	test("are made once, and read again by whoever starts later", () => {
		const dataFolder = join(folder, "not", "there", "yet");
		const first = readKeys({ givenKeys: none, dataFolder });
		expect([first.ballot.length, first.board.length]).toEqual([32, 32]);
		expect(first.ballot).not.toEqual(first.board);
		expect(readKeys({ givenKeys: none, dataFolder })).toEqual(first);
		expect(readdirSync(dataFolder).sort()).toEqual(["ballot.key", "board.key"]);
	});

	test.skipIf(process.platform === "win32")("lie in files that nobody else reads", () => {
		readKeys({ givenKeys: none, dataFolder: folder });
		for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o077).toBe(0);
	});

	test("that are given go before those of the folder, and are written nowhere", () => {
		const given = { ballot: new Uint8Array(32).fill(1), board: new Uint8Array(32).fill(2) };
		expect(readKeys({ givenKeys: given, dataFolder: folder })).toEqual(given);
		expect(existsSync(join(folder, "board.key"))).toBe(false);
	});

	test("a file that is no key stops the server: another key would lose what it locked", () => {
		writeFileSync(join(folder, "ballot.key"), "half a k");
		expect(() => readKeys({ givenKeys: none, dataFolder: folder })).toThrow(/ballot\.key is not a key/);
	});
});
