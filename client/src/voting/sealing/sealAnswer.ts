import {
	type BallotAnswer,
	canonicalJson,
	newPlaintext,
	receiptOfSealed,
	type Sodium,
	sealPlaintext,
} from "@crossroads/shared";

/** What a secret poll's ballots are sealed for, as the graph gives it. */
export interface PollSeal {
	readonly pollId: string;
	/** The poll's public key, base64 (URL-safe, no padding). */
	readonly publicKey: string;
	readonly textBytes: number;
}

/** A ballot as it goes into the box, and what shows its voter that it is there. Neither says what was answered. */
export interface SealedBallot {
	/** Base64, URL-safe without padding. */
	readonly sealed: string;
	/** [B6] Made here, from the bytes; the server's has to be the same. */
	readonly receipt: string;
}

/**
 * [S1] [S2] Seals an answer in the voter's browser, with a fresh seed, which is overwritten at once [S8]: the sealed bytes
 * are what is sent, again and again if need be. Null: the answer is too long for the poll, which only a reason can be.
 */
export function sealAnswer(sodium: Sodium, poll: PollSeal, answer: BallotAnswer): SealedBallot | null {
	const { pollId, textBytes } = poll;
	const seal = { pollId, textBytes, publicKey: sodium.from_base64(poll.publicKey) };
	const plaintext = newPlaintext(sodium, seal, canonicalJson(answer));
	if (!plaintext) return null;
	const bytes = sealPlaintext(sodium, seal, plaintext);
	sodium.memzero(plaintext);
	return {
		sealed: sodium.to_base64(bytes),
		receipt: receiptOfSealed(sodium.crypto_hash_sha256(bytes)),
	};
}
