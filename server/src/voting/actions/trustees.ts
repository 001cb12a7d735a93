import { isBoxKey, isUuid, type RefusalCode } from "@crossroads/shared";
import { may, type Viewer } from "../../people/index.ts";
import type { PollBox } from "../domain/secret/pollBox.ts";
import type { BoxPart, PlacedPoll, ReleasedShare, TrusteeCandidate, VotingPorts } from "../ports.ts";
import { isSealedShare } from "./newBox.ts";
import { type PollAnswer, refusalToRun, topicsOf } from "./PollAnswer.ts";

/** [T1] Sets the viewer's public key as a trustee, in place of an earlier one. Polls keep the key they were prepared with. */
export async function setTrusteeKey(
	ports: VotingPorts,
	{ personId }: Viewer,
	publicKey: string,
): Promise<RefusalCode | null> {
	if (!personId) return "not-signed-in";
	if (!isBoxKey(await ports.sodium(), publicKey)) return "invalid-input";
	await ports.trustees.setKey(personId, publicKey);
	return null;
}

/** [V43] Who of the network can be made a trustee, for those who run the session; for others nobody. */
export async function trusteeCandidates(
	ports: VotingPorts,
	viewer: Viewer,
	sessionId: string,
): Promise<readonly TrusteeCandidate[]> {
	const place = await ports.reads.sessionPlace(sessionId);
	return place && refusalToRun(viewer, place) === null ? ports.trustees.candidates(place.networkId) : [];
}

/** What a trustee passes on. */
export type ReleaseShareWish = Omit<ReleasedShare, "personId">;

/**
 * [T5] [V43] Keeps the viewer's share, sealed for the trustee who opens the box, in place of one that was passed to another.
 * After closing, and until the box is opened.
 */
export async function releaseShare(
	ports: VotingPorts,
	viewer: Viewer,
	wish: ReleaseShareWish,
): Promise<PollAnswer> {
	const found = await boxForTrustee(ports, viewer, wish.pollId);
	if (found.refusal !== null) return { refusal: found.refusal };
	const { poll, box, personId } = found;
	if (!box.trustees.some((trustee) => trustee.personId === wish.openerId))
		return { refusal: "not-a-trustee" };
	if (!isSealedShare(wish.sealedShare)) return { refusal: "invalid-input" };
	const refusal = await ports.writes.transaction(async (tx) => {
		const locked = await ports.writes.lockPoll(tx, poll.id);
		const refused = refusalToOpenBox(locked ?? poll);
		if (refused === null) await ports.trustees.release(tx, { ...wish, pollId: poll.id, personId });
		return refused;
	});
	if (refusal) return { refusal };
	for (const topic of topicsOf(poll)) ports.announce(topic);
	return { pollId: poll.id, refusal: null };
}

/** What a trustee needs to open a box: its ballots by part, and the shares that were passed on to this trustee. */
export interface SealedBox {
	readonly parts: readonly BoxPart[];
	readonly shares: readonly { readonly trusteeId: string; readonly sealedShare: string }[];
}

/** [V43] [S9] The box for one of its trustees, once the poll is closed; null for everybody else. */
export async function sealedBox(
	ports: VotingPorts,
	viewer: Viewer,
	pollId: string,
): Promise<SealedBox | null> {
	const found = await boxForTrustee(ports, viewer, pollId);
	if (found.refusal !== null || refusalToOpenBox(found.poll) === "poll-not-closed") return null;
	const { poll, box, personId } = found;
	const shares = box.trustees.flatMap(({ personId: trusteeId, openerId, passedShare }) =>
		openerId === personId && passedShare !== null ? [{ trusteeId, sealedShare: passedShare }] : [],
	);
	return { parts: await ports.boxes.contents(poll.id), shares };
}

/** A poll and its box, for one of its trustees. */
type BoxForTrustee =
	| { readonly refusal: RefusalCode }
	| {
			readonly refusal: null;
			readonly poll: PlacedPoll;
			readonly box: PollBox;
			readonly personId: string;
	  };

/** [V17] [V43] Why the viewer has nothing to do with this poll's box; who may see the poll is told that it is not theirs. */
export async function boxForTrustee(
	{ reads, trustees }: VotingPorts,
	viewer: Viewer,
	pollId: string,
): Promise<BoxForTrustee> {
	const { personId } = viewer;
	if (!personId) return { refusal: "not-signed-in" };
	const [poll, box] = isUuid(pollId) ? await Promise.all([reads.poll(pollId), trustees.box(pollId)]) : [null];
	const isTrustee = box?.trustees.some((trustee) => trustee.personId === personId);
	if (poll && box && isTrustee) return { refusal: null, poll, box, personId };
	return { refusal: poll && may(viewer, "session:read", poll) ? "not-a-trustee" : "not-found" };
}

/** Why the box cannot be opened now: the poll goes on, or it was opened. */
export function refusalToOpenBox({
	state,
	result,
}: Pick<PlacedPoll, "state" | "result">): RefusalCode | null {
	if (state === "PREPARED" || state === "OPEN") return "poll-not-closed";
	return result === null ? null : "box-already-opened";
}
