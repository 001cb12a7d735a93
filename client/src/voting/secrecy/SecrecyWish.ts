import { refusalOfTrustees, type Trustee } from "@crossroads/shared";
import { newUuid } from "../newUuid.ts";
import { loadSodium } from "../sealing/loadSodium.ts";
import { makePollKey } from "../trustees/makePollKey.ts";

/** Who may know how somebody voted, as whoever prepares a poll wishes it. */
export type SecrecyWish =
	| { readonly kind: "NAMED" }
	/** The server holds the key: secret from participants, not from the operator. */
	| { readonly kind: "SERVER" }
	| {
			readonly kind: "TRUSTEES";
			readonly trustees: readonly (Trustee & { readonly name: string })[];
			readonly needed: number;
	  };

/** With these trustees, of whom as many are needed as was wished and as there are. */
export function withTrustees(
	trustees: Extract<SecrecyWish, { kind: "TRUSTEES" }>["trustees"],
	needed: number,
): SecrecyWish {
	return { kind: "TRUSTEES", trustees, needed: Math.max(2, Math.min(needed, trustees.length)) };
}

/** Whether a poll can be prepared so: trustees are chosen where they are wished for. */
export function isWholeWish(wish: SecrecyWish): boolean {
	return wish.kind !== "TRUSTEES" || refusalOfTrustees(wish.trustees, wish.needed) === null;
}

/**
 * [T2] The part of `createPoll`'s input that says how secret the poll is. With trustees the poll's key pair is made here,
 * its private half split, sealed and forgotten; the poll gets its id here too, since shares are sealed with it. Throws
 * on a wish that is not whole.
 */
export async function secrecyInput(wish: SecrecyWish) {
	if (wish.kind === "NAMED") return { secrecy: "NAMED" as const };
	if (wish.kind === "SERVER") return { secrecy: "SECRET" as const };
	const pollId = newUuid();
	const made = await makePollKey(await loadSodium(), { pollId, ...wish });
	const keyOf = new Map(wish.trustees.map(({ personId, publicKey }) => [personId, publicKey]));
	const trustees = made.shares.map(({ trusteeId, sealed, commitment }) => ({
		personId: trusteeId,
		publicKey: keyOf.get(trusteeId) as string,
		sealedShare: sealed,
		commitment,
	}));
	return {
		secrecy: "SECRET" as const,
		box: { pollId, publicKey: made.pollKey, trustees, needed: made.needed },
	};
}
