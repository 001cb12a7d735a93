import { CAST_BALLOT, POLL_NEWS } from "../stage/operations.ts";
import type { BallotForm, Watched } from "./client/VotingTarget.ts";

/** A named ballot, as our own client casts it; a stock server knows the same mutation. */
export function namedBallot(pollId: string): BallotForm {
	const answer = { marks: [{ option: "$OPTION", value: 1 }] };
	return {
		payload: JSON.stringify({ query: CAST_BALLOT, variables: { pollId, answer, idempotencyKey: "$UUID" } }),
		acknowledged: '"castBallot":{"ballot":{',
		sealedBytes: 0,
	};
}

/**
 * A sealed ballot. What the load client sends is random bytes of the right length: as long as the box is not opened, and
 * the server cannot open it, nobody can tell.
 */
export function sealedBallot(pollId: string, sealedBytes: number): BallotForm {
	return {
		payload: JSON.stringify({ query: CAST_SEALED, variables: { input: { pollId, sealed: "$SEALED" } } }),
		acknowledged: '"castSealedBallot":{"receipt":"',
		sealedBytes,
	};
}

const CAST_SEALED =
	"mutation CastSealedBallot($input: CastSealedBallotInput!) { castSealedBallot(input: $input) { receipt refusal { code } } }";

/** The poll as every phone in the plenary watches it, the number of ballots first: the load client reads only the beginning. */
export function theTally(pollId: string, isGreeted: boolean): Watched {
	const query = POLL_NEWS.replace("{ ...PollLive }", "{ tally { cast } ...PollLive }");
	return { payload: { query, variables: { id: pollId } }, isGreeted };
}
