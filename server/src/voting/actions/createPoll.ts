import { completeRule, isUuid, type RefusalCode } from "@crossroads/shared";
import type { Viewer } from "../../people/index.ts";
import { isProxyCap } from "../domain/electorate/electorate.ts";
import { cleanQuestion, type NewPollQuestion, settingsOf } from "../domain/newPoll.ts";
import type { NewPoll, PollSubject, VotingPorts } from "../ports.ts";
import { type NewBoxWish, newBoxOf } from "./newBox.ts";
import { type PollAnswer, refusalToRun, topicsOf } from "./PollAnswer.ts";

/** What somebody wants to put to the vote. */
export type CreatePollWish = Omit<NewPoll, "id" | "createdAt" | "settings" | "rule" | "box"> &
	NewPollQuestion &
	NewBoxWish;

/** [V1] Prepares a poll in a session. Its item must be on the session's agenda, its text tabled and named there. */
export async function createPoll(
	ports: VotingPorts,
	viewer: Viewer,
	wish: CreatePollWish,
): Promise<PollAnswer> {
	const place = await ports.reads.sessionPlace(wish.sessionId);
	const refusal = refusalToRun(viewer, place);
	if (refusal || !place) return { refusal: refusal ?? "not-found" };
	const question = cleanQuestion(wish.question);
	const settings = settingsOf(wish);
	if (question === null || settings === null || !isProxyCap(wish.proxyCap))
		return { refusal: "invalid-input" };
	const { agendaItemId, recommendationVersionId, rule, isPublic, proxyCap } = wish;
	const named = [agendaItemId, recommendationVersionId].filter((id) => id !== null);
	if (!named.every(isUuid)) return { refusal: "not-found" };
	const made = await newBoxOf(ports, wish, place.networkId);
	if (made.refusal !== null) return { refusal: made.refusal };
	return prepare(ports, {
		id: made.pollId,
		secrecy: wish.secrecy,
		box: made.box,
		sessionId: place.sessionId,
		agendaItemId,
		recommendationVersionId,
		question,
		settings,
		rule: completeRule(rule, settings.method),
		isPublic,
		proxyCap,
		createdAt: ports.clock(),
	});
}

async function prepare(
	{ writes, session, trustees, announce }: VotingPorts,
	poll: NewPoll,
): Promise<PollAnswer> {
	const made = await writes.transaction(async (tx): Promise<PollAnswer> => {
		await session.lockSession(tx, poll.sessionId);
		const refusal = refusalFor(poll, await writes.subjectOf(tx, poll));
		if (refusal) return { refusal };
		// [V43] Whoever makes a key names the poll; a name that is taken is none.
		if (!(await writes.insertPoll(tx, poll))) return { refusal: "invalid-input" };
		if (poll.box) await trustees.insertBox(tx, poll.id, poll.box);
		await session.touchSession(tx, poll.sessionId);
		return { pollId: poll.id, refusal: null };
	});
	if (made.refusal !== null) return made;
	for (const topic of topicsOf({ id: made.pollId, sessionId: poll.sessionId })) announce(topic);
	return made;
}

function refusalFor(poll: NewPoll, subject: PollSubject): RefusalCode | null {
	if (!subject.isItemOfSession) return "not-found";
	if (poll.recommendationVersionId === null) return null;
	if (subject.recommendationState === null) return "not-found";
	const isDecidable = subject.recommendationState === "TABLED" && subject.isNewestVersion;
	return isDecidable && subject.isOnAgenda ? null : "state-does-not-allow";
}
