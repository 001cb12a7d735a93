import type { PollShares, Sodium } from "@crossroads/shared";

/** A share while its trustee has it open. */
export interface OpenShare {
	readonly trusteeId: string;
	/** Of Shamir's scheme over GF(256): 33 bytes, the last one the share's place. */
	readonly share: Uint8Array;
}

/** The poll that a share is for, by id and public key. */
export type PollPlace = Pick<PollShares, "pollId" | "pollKey">;

/** [T4] A hash that binds a share to its poll and trustee. A share is random: its hash tells nothing about it. */
export function commitmentTo(sodium: Sodium, poll: PollPlace, { trusteeId, share }: OpenShare): string {
	const content = `crossroads-share-1 ${poll.pollId} ${poll.pollKey} ${trusteeId} ${sodium.to_base64(share)}`;
	return sodium.to_base64(sodium.crypto_generichash(32, sodium.from_string(content), null));
}
