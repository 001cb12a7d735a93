import { type BallotChoice, isUuid, type RefusalCode } from "@crossroads/shared";
import { may, type Viewer } from "../../people/index.ts";
import type { BallotOutcome } from "../domain/ballotDecision.ts";
import type { Ballot } from "../domain/Poll.ts";
import type { VotingPorts } from "../ports.ts";

/** What a voter puts into the box. */
export interface CastBallotWish {
	readonly pollId: string;
	readonly choice: BallotChoice;
	/** A fresh uuid for each ballot that the voter means to cast; repeated with it, a ballot is the same ballot. */
	readonly idempotencyKey: string;
}

/** The ballot as it lies in the box, or why it does not. */
export type CastBallotAnswer =
	| { readonly ballot: Ballot; readonly refusal: null }
	| { readonly ballot: null; readonly refusal: RefusalCode };

/** [V4]–[V8] Casts the viewer's ballot. Answered after the commit; the box announces the poll once a commit. */
export async function castBallot(
	ports: VotingPorts,
	viewer: Viewer,
	wish: CastBallotWish,
): Promise<CastBallotAnswer> {
	const { personId } = viewer;
	if (!personId) return refused("not-signed-in");
	if (!isUuid(wish.pollId)) return refused("not-found");
	if (!isUuid(wish.idempotencyKey)) return refused("invalid-input");
	const receipt = ports.newReceipt();
	const ballot = { ...inLowerCase(wish), personId, receipt, castAt: ports.clock(), changedAt: null };
	return answerOf(ports, viewer, ballot, await ports.box.cast(ballot));
}

/** Ids come back from the record in lower case, and are compared with what was sent. */
function inLowerCase({ pollId, choice, idempotencyKey }: CastBallotWish): CastBallotWish {
	return { pollId: pollId.toLowerCase(), choice, idempotencyKey: idempotencyKey.toLowerCase() };
}

async function answerOf(
	ports: VotingPorts,
	viewer: Viewer,
	{ pollId }: Ballot,
	outcome: BallotOutcome,
): Promise<CastBallotAnswer> {
	if (outcome.kind !== "refused") return { ballot: outcome.ballot, refusal: null };
	if (outcome.code === "already-voted" || outcome.code === "not-found") return refused(outcome.code);
	return refused((await mayKnow(ports, viewer, pollId)) ? outcome.code : "not-found");
}

/** [V17] Who may not see the poll learns nothing of it, not even that it is closed. */
async function mayKnow({ reads }: VotingPorts, viewer: Viewer, pollId: string): Promise<boolean> {
	const poll = await reads.poll(pollId);
	return poll !== null && may(viewer, "session:read", poll);
}

function refused(refusal: RefusalCode): CastBallotAnswer {
	return { ballot: null, refusal };
}
