import type { Ballot, PlacedPoll, PollTally } from "../index.ts";
import { type Count, mayReadCounts } from "../index.ts";
import type { BallotView, PollView } from "./views/Poll.ts";
import type { TallyView } from "./views/Tally.ts";

/** The poll's view; null stays null. */
export function pollView<P extends PlacedPoll | null>(poll: P): PollView | (P & null) {
	if (poll === null) return poll as P & null;
	const { result, ...rest } = poll;
	return { ...rest, storedResult: result };
}

/** The viewer's own ballot, without the voter and the key. */
export function ballotView(ballot: Ballot | null): BallotView | null {
	if (!ballot) return null;
	const { choice, receipt, castAt, changedAt } = ballot;
	return { choice, receipt, castAt, changedAt };
}

/** [V15] The tally's view; of a secret poll that is not published only the turnout. */
export function tallyView(counted: PollTally, secrecy: PlacedPoll["secrecy"]): TallyView {
	const { pollId, version, state, tally } = counted;
	const countsOf = mayReadCounts({ state, secrecy }) ? ({ counts }: Count) => counts : () => [];
	return {
		pollId,
		version,
		state,
		cast: tally.cast,
		electorateSize: tally.electorateSize,
		total: countsOf(tally),
		byGroup: tally.byGroup.map((count) => ({ ...count, counts: countsOf(count) })),
		partnerCounts: tally.byPartner.map((count) => ({ ...count, counts: countsOf(count) })),
	};
}
