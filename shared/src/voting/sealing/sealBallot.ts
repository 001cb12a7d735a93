import { areSameBytes, joinBytes, orNull } from "./bytes.ts";
import type { Sodium } from "./Sodium.ts";

/** What all ballots of one poll (or of one of its boxes) are sealed for. */
export interface BallotSeal {
	readonly pollId: string;
	/** The poll's public key, 32 bytes. Every poll has its own. */
	readonly publicKey: Uint8Array;
	/** The length in bytes to which every answer's text is padded: `textBytesOf` the poll's settings. */
	readonly textBytes: number;
}

/** Random bytes in every ballot, so that nobody can seal all possible answers and compare. */
export const SEED_BYTES = 32;

/** What crypto_box_seal adds: the ephemeral public key and the authenticator. */
const SEAL_BYTES = 32 + 16;

const SPACE = 0x20;

/** [S1] The length of a ballot before it is sealed: seed and padded text. */
export function plaintextBytes({ textBytes }: Pick<BallotSeal, "textBytes">): number {
	return SEED_BYTES + textBytes;
}

/** [S1] The length of every sealed ballot of the poll, whatever was answered. A ballot of another length is refused. */
export function sealedBytes(seal: Pick<BallotSeal, "textBytes">): number {
	return plaintextBytes(seal) + SEAL_BYTES;
}

/**
 * [S1] A ballot ready to be sealed: a fresh seed and the answer's canonical text, padded with spaces. Nothing but the
 * sealed ballot may be kept of it: who has it can prove what was answered [S8]. Null: the text does not fit.
 */
export function newPlaintext(sodium: Sodium, seal: BallotSeal, text: string): Uint8Array | null {
	return plaintextOf(sodium, seal, sodium.randombytes_buf(SEED_BYTES), text);
}

/**
 * [S2] Seals a plaintext: always to the same bytes, which crypto_box_seal_open opens. The ephemeral key pair, which
 * crypto_box_seal draws by lot, is made from a hash of all that is sealed, seed included, of the poll's id and of its
 * key (encryption with coins derived from the message, as Fujisaki and Okamoto have it, CRYPTO 1999). Two plaintexts
 * never share a key, even with the same seed.
 */
export function sealPlaintext(
	sodium: Sodium,
	{ pollId, publicKey }: BallotSeal,
	plaintext: Uint8Array,
): Uint8Array {
	const purpose = sodium.from_string(`crossroads-ballot-1 ${pollId} `);
	const coins = sodium.crypto_generichash(32, joinBytes(purpose, publicKey, plaintext), null);
	const ephemeral = sodium.crypto_box_seed_keypair(coins);
	const nonce = sealNonce(sodium, ephemeral.publicKey, publicKey);
	const box = sodium.crypto_box_easy(plaintext, nonce, publicKey, ephemeral.privateKey);
	return joinBytes(ephemeral.publicKey, box);
}

/** The nonce of crypto_box_seal: BLAKE2b-192 of the ephemeral and the receiver's public key. */
export function sealNonce(sodium: Sodium, ephemeralKey: Uint8Array, publicKey: Uint8Array): Uint8Array {
	return sodium.crypto_generichash(24, joinBytes(ephemeralKey, publicKey), null);
}

/** [S3] The text in a plaintext, without its padding; null: it is not UTF-8, or not the only spelling of that text. */
export function textIn(sodium: Sodium, seal: BallotSeal, plaintext: Uint8Array): string | null {
	const padded = orNull(() => sodium.to_string(plaintext.subarray(SEED_BYTES)));
	if (padded === null) return null;
	const text = padded.replace(/ +$/, "");
	// A decoder may pass over bytes, such as a byte order mark: one answer must not have two ballots to tell apart.
	const again = plaintextOf(sodium, seal, plaintext.subarray(0, SEED_BYTES), text);
	return again && areSameBytes(again, plaintext) ? text : null;
}

function plaintextOf(sodium: Sodium, seal: BallotSeal, seed: Uint8Array, text: string): Uint8Array | null {
	const written = sodium.from_string(text);
	if (written.length > seal.textBytes) return null;
	const padding = new Uint8Array(seal.textBytes - written.length).fill(SPACE);
	return joinBytes(seed, written, padding);
}
