import type { BoxKeys, PassedShare, PollShares, Sodium } from "@crossroads/shared";
import { combine } from "shamir-secret-sharing";
import type { OpenShare } from "./OpenShare.ts";
import { openSealedShare, type ShareFault } from "./sealedShare.ts";
import type { TrusteeKey } from "./TrusteeKey.ts";

/** Whose share is of no use, and why. */
export interface FaultyShare {
	readonly trusteeId: string;
	readonly fault: ShareFault;
}

/** The poll's key pair, or why there is none; with every share that is of no use, whether others sufficed or not. */
export type RebuiltKey =
	| { readonly keys: BoxKeys; readonly faults: readonly FaultyShare[] }
	| {
			readonly keys: null;
			/** The second: every share is as it was made, and together they are not the poll's key: it was made wrongly. */
			readonly refusal: "too-few-shares" | "not-the-polls-key";
			readonly faults: readonly FaultyShare[];
	  };

/** [T6] Rebuilds a poll's key, in the browser of the trustee who opens the box, from shares that were passed to it. */
export async function rebuildPollKey(
	sodium: Sodium,
	openerKey: Pick<TrusteeKey, "publicKey" | "privateKey">,
	poll: PollShares,
	passed: readonly PassedShare[],
): Promise<RebuiltKey> {
	const byTrustee = new Map(passed.map((share) => [share.trusteeId, share]));
	const opened = [...byTrustee.values()].map((share) => ({
		trusteeId: share.trusteeId,
		...openSealedShare(sodium, openerKey, poll, share),
	}));
	const faults = opened.filter((share): share is FaultyShare => "fault" in share);
	const sound = opened.filter((share): share is OpenShare => "share" in share);
	if (sound.length < poll.needed) return { keys: null, refusal: "too-few-shares", faults };
	const privateKey = await combined(sound.slice(0, poll.needed));
	for (const { share } of sound) sodium.memzero(share);
	if (privateKey?.length !== 32) return { keys: null, refusal: "not-the-polls-key", faults };
	const publicKey = sodium.crypto_scalarmult_base(privateKey);
	return sodium.to_base64(publicKey) === poll.pollKey
		? { keys: { publicKey, privateKey }, faults }
		: { keys: null, refusal: "not-the-polls-key", faults };
}

/** Null: the shares were never parts of one secret, such as two with the same place. */
async function combined(shares: readonly OpenShare[]): Promise<Uint8Array | null> {
	try {
		return await combine(shares.map(({ share }) => share));
	} catch {
		return null;
	}
}
