import type { BallotAnswer } from "@crossroads/shared";
import { decidePoll } from "../domain/decidePoll.ts";
import type { OpenedAnswer, OpenedPart } from "../domain/secret/pollBox.ts";
import { keptParts, shownCountsOf, tellingOf } from "../domain/secret/shownCounts.ts";
import { talliedOptions } from "../domain/tally.ts";
import type { VotingPorts } from "../ports.ts";
import { type PollAnswer, topicsOf } from "./PollAnswer.ts";
import { refusalToOpenBox } from "./trustees.ts";

/**
 * [V44] Counts what was in the box and decides the poll, in one transaction that also forgets the server's key, if it held
 * it. Locks the poll, then the session. The decision is computed from the parts as they are; kept is what may be told.
 */
export async function saveOpening(
	ports: VotingPorts,
	pollId: string,
	parts: readonly OpenedPart[],
): Promise<PollAnswer> {
	const { writes, boxes, session } = ports;
	const answers = parts.flatMap(answersIn);
	const done = await writes.transaction(async (tx) => {
		const poll = await writes.lockPoll(tx, pollId);
		const refusal = poll ? refusalToOpenBox(poll) : "not-found";
		if (refusal || !poll) return { refusal: refusal ?? "not-found" };
		const facts = {
			...(await writes.openingCounts(tx, pollId)),
			presentAtClosing: await boxes.presentAtClosing(tx, pollId),
			electors: await writes.ballotsOf(tx, pollId),
			ballots: answers.map((answer) => ({ ...answer, weight: 1 })),
		};
		const decided = decidePoll(poll, facts, ports.digest);
		const telling = tellingOf(poll.rule, await boxes.turnout(tx, pollId));
		const shown = shownCountsOf(talliedOptions(poll.settings), answers, telling);
		await boxes.saveOpening(tx, { pollId, parts: keptParts(parts, telling), decided, shown });
		await session.touchSession(tx, poll.sessionId);
		return { refusal: null, topics: topicsOf(poll) };
	});
	if (done.refusal !== null) return { refusal: done.refusal };
	for (const topic of done.topics) ports.announce(topic);
	return { pollId, refusal: null };
}

function answersIn({ partnerId, group, answers }: OpenedPart): OpenedAnswer[] {
	return answers.map((text) => ({ partnerId, group, answer: JSON.parse(text) as BallotAnswer }));
}
