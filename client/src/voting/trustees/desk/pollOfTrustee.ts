import type { BallotSeal, PollShares, Sodium } from "@crossroads/shared";
import type { TrusteeshipFragment } from "../../../gql/graphql.ts";

/** A secret poll as one of its trustees sees it. */
export type TrusteePoll = Omit<TrusteeshipFragment, "box"> & { box: NonNullable<TrusteeshipFragment["box"]> };

/** Whether the box is there: a trustee's poll always has one. */
export function isTrusteePoll(poll: TrusteeshipFragment): poll is TrusteePoll {
	return poll.box !== null;
}

/** [T3] [T4] The poll's shares as this trustee may know them: all commitments, and the own sealed share. */
export function sharesOf({ id, box }: TrusteePoll, ownId: string): PollShares {
	const shares = box.trustees.map(({ personId, commitment }) => ({
		trusteeId: personId,
		commitment,
		sealed: personId === ownId ? (box.ownShare?.sealedShare ?? "") : "",
	}));
	return { pollId: id, pollKey: box.publicKey, needed: box.needed, shares };
}

/** What the poll's ballots are sealed for. */
export function sealOf(sodium: Sodium, { id, box }: TrusteePoll): BallotSeal {
	return { pollId: id, publicKey: sodium.from_base64(box.publicKey), textBytes: box.textBytes };
}
