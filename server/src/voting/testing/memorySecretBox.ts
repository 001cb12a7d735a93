import type { PollState } from "@crossroads/shared";
import { decideSealed, type SealedOutcome } from "../domain/secret/sealedDecision.ts";
import type { SecretBox } from "../ports.ts";

/** A secret poll as the memory box sees it; the test moves its state. */
export interface MemorySecretPoll {
	state: PollState;
	readonly electors: ReadonlySet<string>;
	readonly voted: Set<string>;
	/** Ballots, in hex. */
	readonly box: Set<string>;
}

/** [V40] The box of secret polls in memory: the domain's decision and two sets that nothing joins. */
export function memorySecretBox(polls: ReadonlyMap<string, MemorySecretPoll>): SecretBox {
	return {
		async cast({ pollId, personId, sealed }): Promise<SealedOutcome> {
			await Promise.resolve();
			const poll = polls.get(pollId);
			if (!poll) return { kind: "refused", code: "not-found" };
			const bytes = sealed.toString("hex");
			const outcome = decideSealed({
				state: poll.state,
				isElector: poll.electors.has(personId),
				hasVoted: poll.voted.has(personId),
				isInBox: poll.box.has(bytes),
			});
			if (outcome.kind === "counted") {
				poll.voted.add(personId);
				poll.box.add(bytes);
			}
			return outcome;
		},
	};
}
