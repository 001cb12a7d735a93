import { codeSigns, type Sodium } from "@crossroads/shared";

/** A trustee's key pair. The private half stands in this trustee's browser and file, and nowhere else. */
export interface TrusteeKey {
	readonly personId: string;
	/** X25519, 32 bytes each. */
	readonly publicKey: Uint8Array;
	readonly privateKey: Uint8Array;
}

/** [T1] A fresh key pair for this person, made here. */
export function newTrusteeKey(sodium: Sodium, personId: string): TrusteeKey {
	const { publicKey, privateKey } = sodium.crypto_box_keypair();
	return { personId, publicKey, privateKey };
}

/**
 * [T7] Three groups of five signs by which people compare public keys aloud, such as "K7QF2-9MTXA-3BCDE" (73 bits): a
 * server that put a key of its own in the place of somebody's would be heard.
 */
export function keyFingerprint(sodium: Sodium, publicKey: Uint8Array): string {
	return codeSigns(sodium.crypto_generichash(32, publicKey, null), 3);
}
