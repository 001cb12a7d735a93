import {
	type BallotEntry,
	type Board,
	boardText,
	CHAIN_START,
	canonicalJson,
	chainText,
	receiptOfSealed,
	signedText,
} from "@crossroads/shared";
import { loadSodium } from "../sealing/loadSodium.ts";

/** What a phone finds when it looks for its ballot on the board [B6]. */
export type ReceiptFinding =
	/** The ballot is there. */
	| { readonly kind: "included"; readonly ballots: readonly BallotEntry[] }
	/** The sealed ballot is there, among those that count for nothing [S3]. */
	| { readonly kind: "invalid" }
	/** No ballot of the board has this receipt. */
	| { readonly kind: "missing" }
	/** It is no board, or was changed after it was put together. */
	| { readonly kind: "not-a-board" }
	/** It is signed by somebody else, or for something else. */
	| { readonly kind: "wrongly-signed" };

/**
 * [B6] Looks for the ballot with this receipt on a board's text, in the voter's own browser: reads the text as the
 * verifier does, follows the chain, checks the signature by the server's key, and compares. `ballots`: of a
 * named poll, what the board says was voted, for the voter to compare; of a secret one, none.
 */
export async function checkReceipt(
	text: string,
	receipt: string,
	serverKey: string,
): Promise<ReceiptFinding> {
	const board = readBoard(text);
	if (!board || !(await isChained(board))) return { kind: "not-a-board" };
	if (!(await isSignedBy(board, serverKey))) return { kind: "wrongly-signed" };
	const ballots = board.entries.filter((entry) => entry.kind === "ballot" && entry.receipt === receipt);
	if (ballots.length > 0) return { kind: "included", ballots: ballots as BallotEntry[] };
	const kinds = new Set<string>();
	for (const entry of board.entries) {
		const isOwn = "sealed" in entry && (await receiptOf(entry.sealed)) === receipt;
		if (isOwn) kinds.add(entry.kind);
	}
	if (kinds.has("invalid")) return { kind: "invalid" };
	return kinds.has("sealed") ? { kind: "included", ballots: [] } : { kind: "missing" };
}

/** [B6] The receipt of a sealed ballot, base64: what the voter's browser keeps of it. */
export async function receiptOf(sealed: string): Promise<string> {
	return receiptOfSealed(await digest(bytesOf(sealed)));
}

/** [B2] Null: the text is not a board's only text. */
function readBoard(text: string): Board | null {
	try {
		const { entries, key, signature } = JSON.parse(text);
		const board: Board = { entries, key, signature };
		return text === boardText(board) ? board : null;
	} catch {
		return null;
	}
}

/** [B3] */
async function isChained({ entries }: Board): Promise<boolean> {
	let before: string = CHAIN_START;
	for (const { hash, ...entry } of entries) {
		const own = await digest(new TextEncoder().encode(chainText(before, canonicalJson(entry))));
		before = Array.from(own, (byte) => byte.toString(16).padStart(2, "0")).join("");
		if (before !== hash) return false;
	}
	return true;
}

/** [B4] */
async function isSignedBy({ entries, key, signature }: Board, serverKey: string): Promise<boolean> {
	if (key !== serverKey) return false;
	const signed = new TextEncoder().encode(signedText(entries));
	const publicKey = await importKey(key);
	if (publicKey) return crypto.subtle.verify("Ed25519", publicKey, bytesOf(signature), signed);
	const sodium = await loadSodium();
	try {
		return sodium.crypto_sign_verify_detached(bytesOf(signature), signed, bytesOf(key));
	} catch {
		return false;
	}
}

/** Null: this browser knows no Ed25519 (before 2025 some did not), or the page came over plain HTTP. */
async function importKey(key: string): Promise<CryptoKey | null> {
	try {
		return await crypto.subtle.importKey("raw", bytesOf(key), "Ed25519", false, ["verify"]);
	} catch {
		return null;
	}
}

/** Pages on plain HTTP in a local network have no crypto.subtle: libsodium does it there. */
async function digest(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
	return crypto.subtle
		? new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))
		: (await loadSodium()).crypto_hash_sha256(bytes);
}

/** Of base64, URL-safe without padding. */
function bytesOf(text: string): Uint8Array<ArrayBuffer> {
	return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.charCodeAt(0));
}
