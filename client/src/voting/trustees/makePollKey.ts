import { type PollShares, refusalOfTrustees, type Sodium, type Trustee } from "@crossroads/shared";
import { split } from "shamir-secret-sharing";
import { commitmentTo } from "./OpenShare.ts";
import { sealShare } from "./sealedShare.ts";

/** Who is to hold a poll's key, and how many of them open it together. */
export interface PollKeyWish {
	readonly pollId: string;
	readonly trustees: readonly Trustee[];
	readonly needed: number;
}

/**
 * [T2] Makes a poll's key pair, splits the private half among the trustees by Shamir's scheme, seals each share for its
 * trustee, and forgets private half and shares. What is returned may be read by anybody. Throws on trustees that
 * `refusalOfTrustees` refuses.
 */
export async function makePollKey(sodium: Sodium, wish: PollKeyWish): Promise<PollShares> {
	const refusal = refusalOfTrustees(wish.trustees, wish.needed);
	if (refusal) throw new RangeError(refusal);
	const { publicKey, privateKey } = sodium.crypto_box_keypair();
	const poll = { pollId: wish.pollId, pollKey: sodium.to_base64(publicKey) };
	const parts = await split(privateKey, wish.trustees.length, wish.needed);
	sodium.memzero(privateKey);
	const shares = wish.trustees.map((trustee, place) => {
		const share = { trusteeId: trustee.personId, share: parts[place] as Uint8Array };
		const sealed = sealShare(sodium, poll, share, sodium.from_base64(trustee.publicKey));
		return { trusteeId: trustee.personId, sealed, commitment: commitmentTo(sodium, poll, share) };
	});
	for (const part of parts) sodium.memzero(part);
	return { ...poll, needed: wish.needed, shares };
}
