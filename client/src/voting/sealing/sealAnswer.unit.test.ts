import { openBox, optionsOf, textBytesOf, textIn } from "@crossroads/shared";
import { describe, expect, test } from "vitest";
import { receiptOf } from "../receipt/checkReceipt.ts";
import { loadSodium } from "./loadSodium.ts";
import { sealAnswer } from "./sealAnswer.ts";

const sodium = await loadSodium();
const keys = sodium.crypto_box_keypair();
const textBytes = textBytesOf({ method: "YES_NO_ABSTAIN", options: optionsOf("YES_NO_ABSTAIN", []) });
const poll = { pollId: "poll-1", publicKey: sodium.to_base64(keys.publicKey), textBytes };
const seal = { ...poll, publicKey: keys.publicKey };
const yes = { marks: [{ option: "YES", value: 1 }] };

describe("a ballot sealed in the voter's browser", () => {
	test("[S2] [S3] opens to the canonical text of what was answered", () => {
		const ballot = sealAnswer(sodium, poll, yes);
		const { plaintexts, faulty } = openBox(sodium, seal, keys, [sodium.from_base64(ballot?.sealed ?? "")]);
		expect(faulty).toEqual([]);
		expect(textIn(sodium, seal, sodium.from_base64(plaintexts[0] ?? ""))).toBe(
			'{"marks":[{"option":"YES","value":1}]}',
		);
	});

	test("[S1] is another one each time, and as long", () => {
		const [one, other] = [sealAnswer(sodium, poll, yes), sealAnswer(sodium, poll, { marks: [] })];
		const again = sealAnswer(sodium, poll, yes);
		expect(again?.sealed).not.toBe(one?.sealed);
		expect(other?.sealed.length).toBe(one?.sealed.length);
	});

	test("[B6] bears the receipt by which a phone finds it on the board", async () => {
		const ballot = sealAnswer(sodium, poll, yes);
		expect(ballot?.receipt).toBe(await receiptOf(ballot?.sealed ?? ""));
	});

	test("is none if the answer does not fit", () => {
		expect(sealAnswer(sodium, poll, { marks: [], reason: "x".repeat(textBytes) })).toBeNull();
	});
});
