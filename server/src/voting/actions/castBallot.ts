import { isUuid, type PollSettings, type RefusalCode, readAnswer, readSplit } from "@crossroads/shared";
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
	/** Not yet read: an answer as `readAnswer` takes it. Null where there are parts. */
	readonly answer: unknown;
	/** Not yet read: a split vote, as `readSplit` takes it; null or left out: no split vote. */
	readonly parts?: readonly { readonly answer: unknown; readonly weight: unknown }[] | null;
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
	const electorId = wish.inSteadOf ?? personId;
	// [V40] An answer in plain text is no ballot of a secret poll, and is not looked at.
	const isBallot = form.secrecy === "NAMED" && isUuid(wish.idempotencyKey) && isUuid(electorId);
	const said = isBallot ? await readBallot(ports, form.settings, electorId, wish) : "invalid-input";
	if (typeof said === "string") return refuse(ports, viewer, wish.pollId, said);
	// Ids come back from the record in lower case, and are compared with what was sent.
	const ballot: Ballot = {
		pollId: wish.pollId.toLowerCase(),
		personId: electorId.toLowerCase(),
		...said,
		receipt: ports.newReceipt(),
		idempotencyKey: wish.idempotencyKey.toLowerCase(),
		castAt: ports.clock(),
		changedAt: null,
	};
	return answerOf(ports, viewer, ballot, await ports.box.cast(ballot, personId));
}

/** Parts of one split vote at most. */
const MOST_PARTS = 100;

/** [V20] [V30] What the wish says, canonical, or why it says nothing. What an elector weighs does not change any more. */
async function readBallot(
	{ reads }: VotingPorts,
	settings: PollSettings,
	electorId: string,
	{ pollId, answer, parts }: CastBallotWish,
): Promise<Pick<Ballot, "answer" | "parts"> | RefusalCode> {
	if (!parts) {
		const read = readAnswer(settings, answer);
		return read ? { answer: read } : "invalid-input";
	}
	if (answer !== null || parts.length > MOST_PARTS) return "invalid-input";
	const { weight } = await reads.ownPart(electorId.toLowerCase(), pollId);
	if (weight === null) return "not-an-elector";
	const split = readSplit(settings, weight, parts);
	if (typeof split === "string") return split;
	const [only, ...others] = split;
	return only && others.length === 0 ? { answer: only.answer } : { answer: { marks: [] }, parts: split };
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
async function refusalInPerson({ reads, electorateReads }: VotingPorts, pollId: string, personId: string) {
	if ((await reads.ownPart(personId, pollId)).paper !== null) return "votes-on-paper";
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
