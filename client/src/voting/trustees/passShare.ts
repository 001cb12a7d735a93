import type { PassedShare, PollShares, Sodium } from "@crossroads/shared";
import { openSealedShare, type ShareFault, sealShare } from "./sealedShare.ts";
import type { TrusteeKey } from "./TrusteeKey.ts";

/**
 * [T5] What a trustee does on the own screen after the poll has closed: opens the own share and seals it for the trustee
 * who opens the box. The share is never on the network, or with the server, but sealed.
 */
export function passShare(
	sodium: Sodium,
	key: TrusteeKey,
	poll: PollShares,
	openerKey: Uint8Array,
): PassedShare | { readonly fault: ShareFault } {
	const own = poll.shares.find(({ trusteeId }) => trusteeId === key.personId);
	if (!own) return { fault: "share-of-another" };
	const share = openSealedShare(sodium, key, poll, own);
	if ("fault" in share) return share;
	return { trusteeId: key.personId, sealed: sealShare(sodium, poll, share, openerKey) };
}
