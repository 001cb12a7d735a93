import type { Viewer } from "../../people/index.ts";
import { canonicalElectorate, headcountOf } from "../domain/electorate.ts";
import { refusalToOpen } from "../domain/pollTransitions.ts";
import type { VotingPorts } from "../ports.ts";
import { changePoll } from "./changePoll.ts";
import type { PollAnswer } from "./PollAnswer.ts";

/**
 * [V3] PREPARED → OPEN. In the same transaction the electorate is frozen from those who are checked in, counted
 * against the event's list, and hashed. Locks the poll, then the session: of two polls opened at once one is refused.
 */
export function openPoll(ports: VotingPorts, viewer: Viewer, pollId: string): Promise<PollAnswer> {
	const { writes, session } = ports;
	return changePoll(ports, viewer, pollId, async (tx, poll, personId) => {
		await session.lockSession(tx, poll.sessionId);
		const isAnotherPollOpen = await writes.isAnotherPollOpen(tx, poll);
		const present = await session.presentDelegates(tx, poll.sessionId);
		const refusal = refusalToOpen(poll.state, { isAnotherPollOpen, present: present.length });
		if (refusal) return { refusal };
		const electors = await writes.freezeElectorate(tx, poll.id, present);
		const entitled = await session.entitledCounts(tx, poll.sessionId);
		const counts = {
			entitled: { ...entitled, weight: entitled.persons },
			present: headcountOf(electors),
		};
		const electorateHash = ports.digest(canonicalElectorate(electors));
		await writes.saveOpened(tx, { pollId, personId, at: ports.clock(), counts, electorateHash });
		return { refusal: null };
	});
}
