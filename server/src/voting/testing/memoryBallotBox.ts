import type { PollState } from "@crossroads/shared";
import { type BallotOutcome, decideBallot } from "../domain/ballotDecision.ts";
import type { Ballot } from "../domain/Poll.ts";
import type { BallotBox } from "../ports.ts";

/** A poll as the memory box sees it; the test moves its state. */
export interface MemoryPoll {
	state: PollState;
	readonly allowsBallotChange: boolean;
	/** Who casts each elector's ballot: the elector, or the proxy. */
	readonly voters: ReadonlyMap<string, string>;
	readonly ballots: Map<string, Ballot>;
}

/** [V4]–[V8] A ballot box in memory: the domain's decision and a map. Several boxes may share the polls. */
export function memoryBallotBox(polls: ReadonlyMap<string, MemoryPoll>): BallotBox {
	return {
		async cast(ballot, voterId = ballot.personId): Promise<BallotOutcome> {
			await Promise.resolve();
			const poll = polls.get(ballot.pollId);
			if (!poll) return { kind: "refused", code: "not-found" };
			const { personId } = ballot;
			const outcome = decideBallot(ballot, {
				state: poll.state,
				allowsBallotChange: poll.allowsBallotChange,
				isElector: poll.voters.get(personId) === voterId,
				stored: poll.ballots.get(personId) ?? null,
			});
			if (outcome.kind !== "refused") poll.ballots.set(personId, outcome.ballot);
			return outcome;
		},
	};
}
