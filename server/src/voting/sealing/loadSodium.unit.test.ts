import { newPlaintext, openBox, sealPlaintext } from "@crossroads/shared";
import { expect, test } from "vitest";
import { loadSodium } from "./loadSodium.ts";

test("the server's libsodium opens what is sealed for its key [S2]", async () => {
	const sodium = await loadSodium();
	const keys = sodium.crypto_box_keypair();
	const seal = { pollId: "poll", publicKey: keys.publicKey, textBytes: 16 };
	const plaintext = newPlaintext(sodium, seal, "{}") as Uint8Array;
	const { plaintexts, faulty } = openBox(sodium, seal, keys, [sealPlaintext(sodium, seal, plaintext)]);
	expect(plaintexts).toEqual([sodium.to_base64(plaintext)]);
	expect(faulty).toEqual([]);
});
