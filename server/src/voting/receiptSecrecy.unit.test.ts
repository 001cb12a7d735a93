import { createHash } from "node:crypto";
import {
	canonicalJson,
	codeSigns,
	newPlaintext,
	receiptOfSealed,
	type Sodium,
	sealPlaintext,
} from "@crossroads/shared";
import { beforeAll, describe, expect, test } from "vitest";
import { newReceipt } from "./receipt.ts";
import { loadSodium } from "./sealing/loadSodium.ts";
import { anAnswer } from "./testing/ballots.ts";

/** All that may be answered. */
const ANSWERS = ["YES", "NO", "ABSTAIN"].map((choice) => canonicalJson(anAnswer(choice)));
const POLL = "7d0f6b4e-6c0c-4a53-9a6f-0e9fd8f3a001";
const VOTER = "0b7c3f0e-3a53-4a1a-8b4b-5cbb2a5a0b11";
const VOTERS = 60;

/** A receipt for an answer, as some server or browser makes it. */
type Receipts = (answer: string) => string;

let sodium: Sodium;
let publicKey: Uint8Array;
beforeAll(async () => {
	sodium = await loadSodium();
	publicKey = sodium.crypto_box_seed_keypair(new Uint8Array(32).fill(3)).publicKey;
});

const seal = () => ({ pollId: POLL, publicKey, textBytes: 80 });
const sha256 = (bytes: Uint8Array | string) => createHash("sha256").update(bytes).digest();
const ofSealed = (plaintext: Uint8Array) => receiptOfSealed(sha256(sealPlaintext(sodium, seal(), plaintext)));
const seeded: Receipts = (answer) => ofSealed(newPlaintext(sodium, seal(), answer) as Uint8Array);

/** A ballot that is sealed without anything random in it. */
const seedless: Receipts = (answer) => {
	const plaintext = newPlaintext(sodium, seal(), answer) as Uint8Array;
	return ofSealed(plaintext.fill(0, 0, 32));
};
/** A receipt that is made of the ballot itself, so that nothing need be stored. */
const ofContent: Receipts = (answer) => codeSigns(sha256(`${POLL} ${VOTER} ${answer}`), 2);

/** Whoever knows how receipts are made, the poll, the voter and all answers, makes the receipt of each and compares. */
function guessed(receipts: Receipts): number {
	const right = Array.from({ length: VOTERS }, (_, voter) => {
		const answer = ANSWERS[voter % ANSWERS.length] as string;
		const receipt = receipts(answer);
		return ANSWERS.find((possible) => receipts(possible) === receipt) === answer;
	});
	return right.filter(Boolean).length;
}

describe("[45] a receipt proves that a ballot is there, not what is in it", () => {
	test("a named ballot's receipt hangs on nothing that was answered [V19]", () => {
		expect(guessed(newReceipt)).toBe(0);
	});

	test("a sealed ballot's receipt is of bytes that nobody else can make again [B6] [S1]", () => {
		expect(guessed(seeded)).toBe(0);
	});

	test("twin: a receipt made of the ballot's content, or of a ballot sealed without a lot, tells every answer", () => {
		expect(guessed(ofContent)).toBe(VOTERS);
		expect(guessed(seedless)).toBe(VOTERS);
	});
});
