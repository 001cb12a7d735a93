import type { Viewer } from "../../people/index.ts";
import { decidePoll } from "../domain/decidePoll.ts";
import { refusalToClose } from "../domain/pollTransitions.ts";
import type { VotingPorts } from "../ports.ts";
import { changePoll } from "./changePoll.ts";
import type { PollAnswer } from "./PollAnswer.ts";

/**
 * [V8] [V9] OPEN → CLOSED. The poll's lock waits for ballots under way: what committed before counts, what comes
 * after is told that the poll is closed. The result is computed and stored in the same transaction.
 */
export function closePoll(ports: VotingPorts, viewer: Viewer, pollId: string): Promise<PollAnswer> {
	const { writes } = ports;
	return changePoll(ports, viewer, pollId, async (tx, poll, personId) => {
		const refusal = refusalToClose(poll.state);
		if (refusal) return { refusal };
		const tally = await writes.tallyOf(tx, pollId);
		const result = decidePoll(poll.settings.method, poll.rule, { entitled: poll.entitled ?? 0, tally });
		await writes.saveClosed(tx, { pollId, personId, at: ports.clock(), result });
		return { refusal: null };
	});
}
