import { BOARD_FORMAT, type Board, boardText, PollMethod, type Secrecy } from "@crossroads/shared";
import { describe, expect, test } from "vitest";
import { buildBoard } from "../domain/buildBoard.ts";
import { byteChanges, rowChanges } from "../testing/boardChanges.ts";
import { boardFacts } from "../testing/boardFacts.ts";
import { boardBytes, loadVerifier, signer } from "../testing/boardVerifier.ts";

const { judge, checks } = await loadVerifier();
const kinds = Object.values(PollMethod).flatMap((method) =>
	(["NAMED", "SECRET"] as const).map((secrecy) => [method, secrecy] as const),
);

const boardOf = (method: PollMethod, secrecy: Secrecy, seed: number) =>
	buildBoard(boardFacts(method, secrecy, seed, signer.digest), signer);
const isBelieved = (board: Board) => judge(boardBytes(board)).isBelieved;
const isTextBelieved = (text: string) => judge(Buffer.from(text)).isBelieved;

describe("a board as the server builds it", () => {
	test.each(kinds)("[B7] is believed: %s, %s, in sixty forms", (method, secrecy) => {
		for (let seed = 0; seed < 60; seed++) {
			const { lines } = judge(boardBytes(boardOf(method, secrecy, seed)), signer.key);
			expect(lines.at(-1), `seed ${seed}: ${lines.join("\n")}`).toMatch(/^The board holds/);
		}
	});

	test("[B7] is reported in figures, check by check", () => {
		const { lines } = judge(boardBytes(boardOf("YES_NO_ABSTAIN", "NAMED", 4)), signer.key);
		expect(lines.map((line) => line.split(" ").slice(0, 2).join(" "))).toEqual([
			...Object.keys(checks).map((name) => `✓ ${name}`),
			"The board",
		]);
		expect(lines.join("\n")).toMatchInlineSnapshot(`
			"✓ chain      33 entries, each bound to those before it; the last hash is fe07a21776fd2da79f0cee495f7ef48e25f669eb0a84c297ef194399640c8d9d
			✓ signature  by the key 6kpsY-KcUgq-9VB7Ey7F-ZVHdq6-vnuSQh7qaRRG0iw
			✓ order      1 poll, 4 partner, 16 elector, 11 ballot, 0 sealed, 0 invalid, 1 result
			✓ electorate 16 electors, whose hash was taken at the opening: 8db1619d77bbbebda45d8862a09e9922811fea22aeb0d82a0c627af4f67b414a
			✓ ballots    11, each of an elector and with the elector's weight
			✓ count      by YES_NO_ABSTAIN: NO, weight 15
			✓ decision   not adopted: QUORUM 15/16, needed 4; QUORUM_AT_CLOSING 11/16, needed 4; ABSOLUTE_MAJORITY 3/15, needed 8; MAJORITY_OF_CITIES 1/4, needed 3; MAJORITY_OF_EVERY_GROUP 1/3, needed 3
			The board holds: counted again, the result is the same."
		`);
	});

	test("[B1] is the same for the same facts, whatever their order", () => {
		const facts = boardFacts("SCHULZE", "SECRET", 3, signer.digest);
		const reversed = {
			...facts,
			electors: facts.electors.toReversed(),
			ballots: facts.ballots.toReversed(),
			box: facts.box && { ...facts.box, sealed: facts.box.sealed.toReversed() },
		};
		expect(boardText(buildBoard(reversed, signer))).toBe(boardText(buildBoard(facts, signer)));
	});

	test("[B5] of a secret poll names no voter", () => {
		const facts = boardFacts("APPROVAL", "SECRET", 5, signer.digest);
		const text = boardText(buildBoard(facts, signer));
		expect(facts.electors[0]?.name).toMatch(/^Person/);
		expect(text).not.toMatch(/person-|Person/);
		expect(facts.ballots.filter(({ isPaper }) => isPaper).length).toBeGreaterThan(0);
		expect(text).not.toMatch(/"isPaper":true/);
	});
});

describe("what was changed after signing is refused [B2] [B3] [B4]", () => {
	test.each(kinds)("every change of one row: %s, %s", (method, secrecy) => {
		const board = boardOf(method, secrecy, 1);
		for (const [what, changed] of rowChanges(board)) expect(isBelieved(changed), what).toBe(false);
	});

	test.each(kinds)("a thousand changes of one byte: %s, %s", (method, secrecy) => {
		const bytes = boardBytes(boardOf(method, secrecy, 6));
		for (const [what, changed] of byteChanges(bytes, method.length * 2 + secrecy.length))
			expect(judge(changed).isBelieved, what).toBe(false);
	});

	const text = boardText(boardOf("SCORE", "NAMED", 8));
	test.each([
		["a line more at the end", `${text}\n`],
		["no line at the end", text.slice(0, -1)],
		["a space after a colon", text.replace(':"poll"', ': "poll"')],
		["other line ends", text.replaceAll("\n", "\r\n")],
		["no line ends", text.replaceAll("\n", "")],
		["other key order", text.replace(/"key":"([^"]+)","signature":"([^"]+)"/, '"signature":"$2","key":"$1"')],
		["an escape", text.replace('"poll"', '"p\\u006fll"')],
		["a byte order mark", `\uFEFF${text}`],
		["a key more", text.replace(',"key"', ',"more":1,"key"')],
		["a key twice", text.replace('"kind":"poll"', '"kind":"poll","kind":"poll"')],
		["a number written otherwise", text.replace('"cast":', '"cast":0e1,"cast":')],
		["everything written anew", JSON.stringify(JSON.parse(text))],
		["padding in the key", text.replace(/"key":"([^"]+)"/, '"key":"$1="')],
		["nothing", ""],
		["no board", "{}"],
		["an empty board", `{"format":"${BOARD_FORMAT}","entries":[\n\n],"key":"A","signature":"A"}\n`],
	])("%s, although it is the same JSON", (_, changed) => {
		expect(isTextBelieved(text)).toBe(true);
		expect(changed).not.toBe(text);
		expect(isTextBelieved(changed)).toBe(false);
	});

	test("[B4] a board signed with another key, if the server's is known", () => {
		const board = boardOf("DOTS", "NAMED", 2);
		expect(judge(boardBytes(board), signer.key).isBelieved).toBe(true);
		expect(judge(boardBytes(board), "A".repeat(43)).isBelieved).toBe(false);
	});
});
