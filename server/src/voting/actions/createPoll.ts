import { type DecisionRule, isUuid, type RefusalCode } from "@crossroads/shared";
import type { Viewer } from "../../people/index.ts";
import { cleanQuestion, isDecisionRule } from "../domain/newPoll.ts";
import type { NewPoll, PollSubject, VotingPorts } from "../ports.ts";
import { type PollAnswer, refusalToRun, topicsOf } from "./PollAnswer.ts";

/** What somebody wants to put to the vote. */
export interface CreatePollWish {
	readonly sessionId: string;
	readonly agendaItemId: string | null;
	readonly recommendationVersionId: string | null;
	readonly question: string;
	readonly rule: DecisionRule;
	readonly isPublic: boolean;
}

/** [V1] Prepares a poll in a session. What it names must be on the session's agenda, and tabled. */
export async function createPoll(
	ports: VotingPorts,
	viewer: Viewer,
	wish: CreatePollWish,
): Promise<PollAnswer> {
	const refusal = refusalToRun(viewer, await ports.reads.sessionPlace(wish.sessionId));
	if (refusal) return { refusal };
	const question = cleanQuestion(wish.question);
	if (question === null || !isDecisionRule(wish.rule)) return { refusal: "invalid-input" };
	const { agendaItemId, recommendationVersionId } = wish;
	const named = [agendaItemId, recommendationVersionId].filter((id) => id !== null);
	if (!named.every(isUuid)) return { refusal: "not-found" };
	return prepare(ports, { ...wish, question, createdAt: ports.clock() });
}

async function prepare({ writes, announce }: VotingPorts, poll: NewPoll): Promise<PollAnswer> {
	const made = await writes.transaction(async (tx): Promise<PollAnswer> => {
		const refusal = refusalFor(poll, await writes.subjectOf(tx, poll));
		if (refusal) return { refusal };
		const pollId = await writes.insertPoll(tx, poll);
		await writes.raiseSession(tx, poll.sessionId);
		return { pollId, refusal: null };
	});
	if (made.refusal !== null) return made;
	for (const topic of topicsOf({ id: made.pollId, sessionId: poll.sessionId })) announce(topic);
	return made;
}

function refusalFor(poll: NewPoll, subject: PollSubject): RefusalCode | null {
	if (!subject.isItemOfSession) return "not-found";
	if (poll.recommendationVersionId === null) return null;
	if (subject.recommendationState === null) return "not-found";
	return subject.recommendationState === "TABLED" && subject.isNewestVersion ? null : "state-does-not-allow";
}
