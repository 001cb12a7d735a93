import type { BallotAnswer, StakeholderGroup, Trustee } from "@crossroads/shared";

/** Who can open a secret poll's box. */
export const BoxHolder = { TRUSTEES: "TRUSTEES", SERVER: "SERVER" } as const;
export type BoxHolder = (typeof BoxHolder)[keyof typeof BoxHolder];

/** A trustee's share of a poll's key, as it was made when the poll was prepared. */
export interface TrusteeShare extends Trustee {
	/** [T3] Sealed for the trustee's key. Base64. */
	readonly sealedShare: string;
	/** [T4] Base64. */
	readonly commitment: string;
}

/** A trustee during the poll's life. */
export interface PollTrustee extends TrusteeShare {
	readonly name: string;
	/** [T5] For whom the share was sealed after closing, to open the box; null: it was not. */
	readonly openerId: string | null;
	readonly passedShare: string | null;
}

/** The box of a secret poll: its key, who can open it, and whether it was. */
export interface PollBox {
	readonly pollId: string;
	readonly holder: BoxHolder;
	/** X25519, base64. */
	readonly publicKey: string;
	/** How many trustees open the box together; 0: the server does. */
	readonly needed: number;
	/** In the order in which they were named. */
	readonly trustees: readonly PollTrustee[];
	readonly isOpened: boolean;
}

/** What a secret poll is prepared with. The private half is there where the server holds the key, locked. */
export interface NewPollBox {
	readonly holder: BoxHolder;
	readonly publicKey: string;
	readonly needed: number;
	readonly trustees: readonly TrusteeShare[];
	readonly privateKey: Buffer | null;
}

/** An answer out of the box, with where it is from as far as the box keeps that apart. */
export interface OpenedAnswer {
	readonly partnerId: string | null;
	readonly group: StakeholderGroup | null;
	readonly answer: BallotAnswer;
}

/** A part of the box as it was opened: what counts, and the ballots that do not [S5]. */
export interface OpenedPart {
	readonly part: string;
	readonly partnerId: string | null;
	readonly group: StakeholderGroup | null;
	/** All its ballots, sorted. */
	readonly sealed: readonly Buffer[];
	/** Canonical texts of the answers that count. */
	readonly answers: readonly string[];
	readonly invalid: readonly Buffer[];
}

/**
 * [V43] The trustee who opens the box: whoever was chosen by most of those who passed their shares on; of equal ones, the
 * one who was named first when the poll was prepared. Null: nobody passed a share on.
 */
export function openerOf({ trustees }: Pick<PollBox, "trustees">): PollTrustee | null {
	const chosenBy = ({ personId }: PollTrustee) =>
		trustees.filter(({ openerId }) => openerId === personId).length;
	const most = Math.max(0, ...trustees.map(chosenBy));
	return most === 0 ? null : (trustees.find((trustee) => chosenBy(trustee) === most) ?? null);
}
