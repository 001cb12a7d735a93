import { isUuid, type RefusalCode, readAnswer } from "@crossroads/shared";
import type { Viewer } from "../../people/index.ts";
import type { BallotOutcome } from "../domain/ballotDecision.ts";
import type { Ballot } from "../domain/Poll.ts";
import type { VotingPorts } from "../ports.ts";
import { refusalShownTo } from "./PollAnswer.ts";

/** What a voter puts into the box. */
export interface CastBallotWish {
	readonly pollId: string;
	/** [V29] The elector in whose stead the viewer votes; null or left out: the viewer. */
	readonly inSteadOf?: string | null;
	/** Not yet read: an answer as `readAnswer` takes it. */
	readonly answer: unknown;
	/** A fresh uuid for each ballot that the voter means to cast; repeated with it, a ballot is the same ballot. */
	readonly idempotencyKey: string;
}

/** The ballot as it lies in the box, or why it does not. */
export type CastBallotAnswer =
	| { readonly ballot: Ballot; readonly refusal: null }
	| { readonly ballot: null; readonly refusal: RefusalCode };

/** [V4]–[V8] [V20] Casts the viewer's ballot. Answered after the commit; the box announces the poll once a commit. */
export async function castBallot(
	ports: VotingPorts,
	viewer: Viewer,
	wish: CastBallotWish,
): Promise<CastBallotAnswer> {
	const { personId } = viewer;
	if (!personId) return refused("not-signed-in");
	const form = isUuid(wish.pollId) ? await ports.reads.ballotForm(wish.pollId) : null;
	if (form === null) return refused("not-found");
	const answer = readAnswer(form.settings, wish.answer);
	const electorId = wish.inSteadOf ?? personId;
	// [V40] An answer in plain text is no ballot of a secret poll, and is not looked at.
	const isBallot = form.secrecy === "NAMED" && isUuid(wish.idempotencyKey) && isUuid(electorId);
	if (answer === null || !isBallot) return refuse(ports, viewer, wish.pollId, "invalid-input");
	// Ids come back from the record in lower case, and are compared with what was sent.
	const ballot: Ballot = {
		pollId: wish.pollId.toLowerCase(),
		personId: electorId.toLowerCase(),
		answer,
		receipt: ports.newReceipt(),
		idempotencyKey: wish.idempotencyKey.toLowerCase(),
		castAt: ports.clock(),
		changedAt: null,
	};
	return answerOf(ports, viewer, ballot, await ports.box.cast(ballot, personId));
}

async function answerOf(
	ports: VotingPorts,
	viewer: Viewer,
	{ pollId, personId }: Ballot,
	outcome: BallotOutcome,
): Promise<CastBallotAnswer> {
	if (outcome.kind !== "refused") return { ballot: outcome.ballot, refusal: null };
	if (outcome.code === "already-voted" || outcome.code === "not-found") return refused(outcome.code);
	const isOwn = personId === viewer.personId;
	const code =
		outcome.code === "not-an-elector" && isOwn
			? await refusalInPerson(ports, pollId, personId)
			: outcome.code;
	return refuse(ports, viewer, pollId, code);
}

/** Why somebody may not vote in person. */
async function refusalInPerson({ electorateReads }: VotingPorts, pollId: string, personId: string) {
	const represented = await electorateReads.representedOf(pollId);
	return represented.some(({ principal }) => principal.personId === personId)
		? "represented-by-proxy"
		: "not-an-elector";
}

async function refuse({ reads }: VotingPorts, viewer: Viewer, pollId: string, code: RefusalCode) {
	return refused(await refusalShownTo(viewer, reads, pollId, code));
}

function refused(refusal: RefusalCode): CastBallotAnswer {
	return { ballot: null, refusal };
}
