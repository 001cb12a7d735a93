import {
	type BoardEntry,
	boardText,
	CHAIN_START,
	type ChainedEntry,
	canonicalJson,
	chainText,
	signedText,
} from "@crossroads/shared";
import { afterEach, describe, expect, test, vi } from "vitest";
import { checkReceipt, receiptOf } from "./checkReceipt.ts";

const base64 = (bytes: ArrayBuffer | Uint8Array) => {
	const signs = btoa(String.fromCharCode(...new Uint8Array(bytes)));
	return signs.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
};
const hex = (bytes: ArrayBuffer) =>
	Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
const textBytes = (text: string) => new TextEncoder().encode(text);
const keys = (await crypto.subtle.generateKey("Ed25519", true, ["sign", "verify"])) as CryptoKeyPair;
const serverKey = base64(await crypto.subtle.exportKey("raw", keys.publicKey));

/** A board's text, put together here as the server does it. */
async function boardOf(...facts: readonly object[]): Promise<string> {
	let hash: string = CHAIN_START;
	const entries: ChainedEntry[] = [];
	for (const fact of facts as BoardEntry[]) {
		const bytes = await crypto.subtle.digest("SHA-256", textBytes(chainText(hash, canonicalJson(fact))));
		hash = hex(bytes);
		entries.push({ ...fact, hash });
	}
	const signature = await crypto.subtle.sign("Ed25519", keys.privateKey, textBytes(signedText(entries)));
	return boardText({ entries, key: serverKey, signature: base64(signature) });
}

const ballot = (receipt: string, option: string) => ({
	kind: "ballot",
	personId: `voter of ${receipt}`,
	receipt,
	answer: { marks: [{ option, value: 1 }] },
});
const named = await boardOf(
	{ kind: "poll", question: "Öland?" },
	ballot("22222-33333", "YES"),
	ballot("44444-55555", "NO"),
);
const sealed = [1, 2, 3].map((byte) => base64(new Uint8Array(128).fill(byte)));
const secret = await boardOf({ kind: "poll" }, ...sealed.map((each) => ({ kind: "sealed", sealed: each })), {
	kind: "invalid",
	sealed: sealed[1],
});

afterEach(() => {
	vi.restoreAllMocks();
});

describe("[B6] a phone that looks for its ballot", () => {
	test("finds a named one, with what it says", async () => {
		const found = await checkReceipt(named, "44444-55555", serverKey);
		expect(found).toMatchObject({ kind: "included" });
		expect(found).toHaveProperty("ballots.0.answer.marks.0.option", "NO");
		expect(found).toHaveProperty("ballots.length", 1);
	});

	test("finds a sealed one, by the receipt that it made itself", async () => {
		const receipt = await receiptOf(sealed[2] as string);
		expect(receipt).toMatch(/^[2-9A-Z]{5}-[2-9A-Z]{5}$/);
		expect(await checkReceipt(secret, receipt, serverKey)).toEqual({
			kind: "included",
			ballots: [],
		});
	});

	test("is told if its ballot counts for nothing", async () => {
		const receipt = await receiptOf(sealed[1] as string);
		expect(await checkReceipt(secret, receipt, serverKey)).toEqual({ kind: "invalid" });
	});

	test("misses a ballot that is not there: the twin of what is found", async () => {
		for (const board of [named, secret]) {
			expect(await checkReceipt(board, "99999-99999", serverKey)).toEqual({ kind: "missing" });
		}
		const without = await boardOf({ kind: "poll", question: "Öland?" }, ballot("22222-33333", "YES"));
		expect(await checkReceipt(without, "44444-55555", serverKey)).toEqual({ kind: "missing" });
	});

	test.each([
		["a changed answer", named.replace('"NO"', '"YES"')],
		["a changed question", named.replace("Öland", "Åland")],
		["a changed hash", named.replace(/"hash":"./, '"hash":"x')],
		["a space more", named.replace(':"poll"', ': "poll"')],
		["a page of an error", "<html>"],
		["nothing", ""],
		["another thing", "{}"],
		["an entry that is none", named.replace(/\[\n\{/, "[\nnull,\n{")],
	])("does not believe a board with %s", async (_, text) => {
		expect(await checkReceipt(text, "44444-55555", serverKey)).toEqual({ kind: "not-a-board" });
	});

	test("does not believe a board that another key signed, or a signature of another board", async () => {
		const [, other] = /"signature":"([^"]+)"/.exec(secret) ?? [];
		const resigned = named.replace(/"signature":"[^"]+"/, `"signature":"${other}"`);
		expect(await checkReceipt(resigned, "44444-55555", serverKey)).toEqual({ kind: "wrongly-signed" });
		expect(await checkReceipt(named, "44444-55555", "A".repeat(43))).toEqual({ kind: "wrongly-signed" });
	});

	describe("in a browser without Ed25519, or on a page that came over plain HTTP", () => {
		const withoutEd25519 = () =>
			vi.spyOn(crypto.subtle, "importKey").mockRejectedValue(new DOMException("", "NotSupportedError"));
		const overPlainHttp = () =>
			vi.spyOn(crypto, "subtle", "get").mockReturnValue(undefined as unknown as SubtleCrypto);

		test.each([withoutEd25519, overPlainHttp])("finds the same: %o", async (lacking) => {
			const receipt = await receiptOf(sealed[2] as string);
			const [, other] = /"signature":"([^"]+)"/.exec(secret) ?? [];
			const resigned = named.replace(/"signature":"[^"]+"/, `"signature":"${other}"`);
			const unsigned = named.replace(/"signature":"[^"]+"/, '"signature":""');
			lacking();
			expect(await checkReceipt(named, "44444-55555", serverKey)).toMatchObject({ kind: "included" });
			expect(await checkReceipt(secret, receipt, serverKey)).toMatchObject({ kind: "included" });
			expect(await checkReceipt(named.replace("Öland", "Åland"), "44444-55555", serverKey)).toEqual({
				kind: "not-a-board",
			});
			for (const wrong of [resigned, unsigned]) {
				expect(await checkReceipt(wrong, "44444-55555", serverKey)).toEqual({ kind: "wrongly-signed" });
			}
		});
	});
});
