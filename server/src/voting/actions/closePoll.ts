import type { Viewer } from "../../people/index.ts";
import { type CountedBallot, decidePoll } from "../domain/decidePoll.ts";
import { headcountOf } from "../domain/electorate/electorate.ts";
import { comparePapers } from "../domain/electorate/paperBallots.ts";
import { refusalToClose } from "../domain/pollTransitions.ts";
import { ballotBytesOf } from "../domain/secret/boxParts.ts";
import type { ElectorWithBallot, VotingPorts } from "../ports.ts";
import { changePoll } from "./changePoll.ts";
import { openHeldBox } from "./openBox.ts";
import type { PollAnswer } from "./PollAnswer.ts";

/**
 * [V8] [V9] OPEN → CLOSED. The poll's lock waits for ballots under way: what committed before counts, what comes
 * after is told that the poll is closed. The ballots are counted, and the result stored, in the same transaction; the box
 * of a secret poll is opened afterwards, here if the server holds the key [V44]. Locks the poll, then the session: nobody
 * comes or goes while those present are counted.
 */
export async function closePoll(ports: VotingPorts, viewer: Viewer, pollId: string): Promise<PollAnswer> {
	const closed = await close(ports, viewer, pollId);
	if (closed.refusal === null) await openHeldBox(ports, pollId);
	return closed;
}

function close(ports: VotingPorts, viewer: Viewer, pollId: string): Promise<PollAnswer> {
	const { writes, session } = ports;
	return changePoll(ports, viewer, pollId, async (tx, poll, personId) => {
		const refusal = refusalToClose(poll.state);
		if (refusal) return { refusal };
		const papers = comparePapers(await ports.papers.batches(tx, poll.id));
		if (papers.differing.length > 0) return { refusal: "papers-differ" };
		const counted = papers.agreed.map((paper) => ({ ...paper, receipt: ports.newReceipt() }));
		await ports.papers.putIntoTheBox(tx, poll.id, counted, ports.clock());
		const opening = await writes.openingCounts(tx, poll.id);
		const electors = await writes.ballotsOf(tx, poll.id);
		if (poll.secrecy === "SECRET") await ports.boxes.unlock(tx, poll.id, ballotBytesOf(poll.settings));
		await session.lockSession(tx, poll.sessionId);
		const present = new Set(
			(await session.presentDelegates(tx, poll.sessionId)).map((delegate) => delegate.personId),
		);
		const stayed = electors.filter(({ personId, proxyId }) => proxyId === null && present.has(personId));
		const presentAtClosing = headcountOf(stayed);
		const facts = { ...opening, presentAtClosing, electors, ballots: electors.flatMap(ballotsOf) };
		const decided = poll.secrecy === "SECRET" ? null : decidePoll(poll, facts, ports.digest);
		await writes.saveClosed(tx, { pollId, personId, at: ports.clock(), presentAtClosing, decided });
		return { refusal: null };
	});
}

function ballotsOf({ answer, parts, ...elector }: ElectorWithBallot): CountedBallot[] {
	if (parts) return parts.map((part) => ({ ...elector, ...part }));
	return answer ? [{ ...elector, answer }] : [];
}
