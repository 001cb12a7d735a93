import { canonicalJson, type PassedShare, type PollShares, type Sodium } from "@crossroads/shared";
import { commitmentTo, type OpenShare, type PollPlace } from "./OpenShare.ts";
import type { TrusteeKey } from "./TrusteeKey.ts";

/** What keeps a share shut, or from being used. */
export type ShareFault =
	/** Not sealed for this key, or damaged. */
	| "share-does-not-open"
	/** It names another poll, another poll key or another trustee. */
	| "share-of-another"
	/** It is not the share that was made when the poll was prepared. */
	| "wrong-share";

/** [T3] Seals a share, with the poll and the trustee that it is for, for whoever has this key. Base64. */
export function sealShare(sodium: Sodium, poll: PollPlace, share: OpenShare, publicKey: Uint8Array): string {
	const { pollId, pollKey } = poll;
	const content = {
		pollId,
		pollKey,
		trusteeId: share.trusteeId,
		share: sodium.to_base64(share.share),
	};
	return sodium.to_base64(sodium.crypto_box_seal(sodium.from_string(canonicalJson(content)), publicKey));
}

/** [T3] [T4] Opens a share that was sealed for this key, and checks that it is this trustee's of this poll, and the right one. */
export function openSealedShare(
	sodium: Sodium,
	key: Pick<TrusteeKey, "publicKey" | "privateKey">,
	poll: PollShares,
	{ trusteeId, sealed }: PassedShare,
): OpenShare | { readonly fault: ShareFault } {
	const content = contentOf(sodium, key, sealed);
	if (!content) return { fault: "share-does-not-open" };
	const isOwn =
		content.pollId === poll.pollId && content.pollKey === poll.pollKey && content.trusteeId === trusteeId;
	if (!isOwn) return { fault: "share-of-another" };
	const share = { trusteeId, share: content.share };
	const made = poll.shares.find((other) => other.trusteeId === trusteeId);
	return made?.commitment === commitmentTo(sodium, poll, share) ? share : { fault: "wrong-share" };
}

function contentOf(sodium: Sodium, key: Pick<TrusteeKey, "publicKey" | "privateKey">, sealed: string) {
	try {
		const bytes = sodium.crypto_box_seal_open(sodium.from_base64(sealed), key.publicKey, key.privateKey);
		const content = JSON.parse(sodium.to_string(bytes));
		return { ...content, share: sodium.from_base64(content.share) };
	} catch {
		return null;
	}
}
