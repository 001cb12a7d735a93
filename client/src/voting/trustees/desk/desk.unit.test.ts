import { type Board, type BoardEntry, optionsOf, textBytesOf } from "@crossroads/shared";
import { describe, expect, test } from "vitest";
import { loadSodium } from "../../sealing/loadSodium.ts";
import { sealAnswer } from "../../sealing/sealAnswer.ts";
import { compareWithBoard } from "./compareWithBoard.ts";
import { openParts } from "./openParts.ts";

const sodium = await loadSodium();
const keys = sodium.crypto_box_keypair();
const settings = { method: "YES_NO_ABSTAIN", options: optionsOf("YES_NO_ABSTAIN", []) } as const;
const seal = { pollId: "poll-1", publicKey: keys.publicKey, textBytes: textBytesOf(settings) };
const answer = (option: string) => ({ marks: [{ option, value: 1 }] });
const sealed = (option: string) => {
	const poll = { ...seal, publicKey: sodium.to_base64(keys.publicKey) };
	return sealAnswer(sodium, poll, answer(option))?.sealed ?? "";
};
const open = (parts: { key: string; sealed: string[] }[], onProgress = (_done: number, _of: number) => {}) =>
	openParts(sodium, seal, keys, parts, onProgress);

describe("[S4] opening a box in the browser", () => {
	test("opens every part, says how far it is, and keeps no order of the box", async () => {
		const steps: [number, number][] = [];
		const many = Array.from({ length: 40 }, (_, place) => sealed(place % 2 ? "YES" : "NO"));
		const parts = await open(
			[
				{ key: "a", sealed: many },
				{ key: "b", sealed: [sealed("YES"), sodium.to_base64(new Uint8Array(112 + 16))] },
			],
			(done, of) => steps.push([done, of]),
		);
		expect(steps).toEqual([
			[32, 42],
			[40, 42],
			[42, 42],
		]);
		expect(parts.map(({ key, plaintexts, faulty }) => [key, plaintexts.length, faulty.length])).toEqual([
			["a", 40, 0],
			["b", 1, 1],
		]);
		expect(parts[0]?.plaintexts).toEqual(parts[0]?.plaintexts.toSorted());
	});
});

describe("[S9] opening the published ballots once more", () => {
	const board = (options: string[], onPaper = 0): Pick<Board, "entries"> => ({
		entries: [
			{ kind: "poll", settings, box: { onPaper } },
			...options.map((option) => ({ kind: "ballot", answer: answer(option) })),
		] as unknown as (BoardEntry & { hash: string })[],
	});
	const look = async (cast: string[], published: Pick<Board, "entries">) => {
		const parts = await open([{ key: "", sealed: cast.map(sealed) }]);
		return compareWithBoard(sodium, seal, published, parts);
	};

	test("finds the same answers, in whatever order", async () => {
		expect(await look(["YES", "NO", "YES"], board(["NO", "YES", "YES"]))).toEqual({
			kind: "same",
			ballots: 3,
		});
	});

	test("twin: an answer exchanged, left out or added is found", async () => {
		expect(await look(["YES", "NO"], board(["NO", "NO"]))).toMatchObject({ missing: 1, added: 1 });
		expect(await look(["YES", "NO"], board(["NO"]))).toMatchObject({ missing: 1, added: 0 });
		expect(await look(["YES"], board(["YES", "YES"]))).toMatchObject({ missing: 0, added: 1 });
	});

	test("lets as many answers stand besides as were on paper, and no more", async () => {
		expect(await look(["YES"], board(["YES", "NO"], 1))).toEqual({ kind: "same", ballots: 1 });
		expect(await look(["YES"], board(["YES", "NO", "NO"], 1))).toMatchObject({ kind: "different", added: 1 });
	});

	test("does not take what is no board for the same", async () => {
		expect(await look([], { entries: [] })).toMatchObject({ kind: "different" });
	});
});
