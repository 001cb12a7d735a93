/** [T1] A trustee as everybody may know one. */
export interface Trustee {
	readonly personId: string;
	/** X25519, base64 (URL-safe, no padding). */
	readonly publicKey: string;
}

/** One trustee's share of a poll's private key, as the server keeps it. Base64, URL-safe without padding. */
export interface SealedShare {
	readonly trusteeId: string;
	/** Sealed for the trustee's public key. */
	readonly sealed: string;
	/** [T4] A hash of the share, by which a wrong one is known for wrong. */
	readonly commitment: string;
}

/** A share on its way to the trustee who opens the box, sealed for that one. */
export type PassedShare = Omit<SealedShare, "commitment">;

/** What a poll's trustees and voters may know of its key: everything but the private half. */
export interface PollShares {
	readonly pollId: string;
	/** The poll's public key, base64. */
	readonly pollKey: string;
	/** How many of the shares rebuild the private key: at least 2. */
	readonly needed: number;
	readonly shares: readonly SealedShare[];
}

/** [T2] Why these trustees cannot hold a key. */
export type TrusteesRefusal = "too-few-trustees" | "needed-out-of-range" | "trustees-are-not-different";

/** [T2] Null: these trustees can hold a key of which `needed` of them open the box. */
export function refusalOfTrustees(trustees: readonly Trustee[], needed: number): TrusteesRefusal | null {
	if (trustees.length < 2) return "too-few-trustees";
	if (!Number.isInteger(needed) || needed < 2 || needed > trustees.length) {
		return "needed-out-of-range";
	}
	const persons = new Set(trustees.map(({ personId }) => personId));
	const keys = new Set(trustees.map(({ publicKey }) => publicKey));
	return persons.size < trustees.length || keys.size < trustees.length ? "trustees-are-not-different" : null;
}
