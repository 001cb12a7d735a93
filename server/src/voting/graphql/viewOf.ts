import { type BallotAnswer, BallotChoice, type CountResult } from "@crossroads/shared";
import type { Ballot, Count, CountedPoll, PlacedPoll, PollTally } from "../index.ts";
import { mayReadCounts } from "../index.ts";
import type { CountResultView } from "./views/CountResult.ts";
import type { BallotView, PollView } from "./views/Poll.ts";
import type { TallyView } from "./views/Tally.ts";

/** The poll's view; null stays null. */
export function pollView<P extends PlacedPoll | null>(poll: P): PollView | (P & null) {
	if (poll === null) return poll as P & null;
	const { result, settings, ...rest } = poll;
	return { ...rest, ...settings, storedResult: result && { ...result, pollId: poll.id } };
}

/** The poll's view with its count at hand. */
export function countedPollView({ poll, counted }: CountedPoll): PollView {
	return { ...pollView(poll), counted };
}

/** The viewer's own ballot, without the voter and the key. */
export function ballotView(ballot: Ballot | null): BallotView | null {
	if (!ballot) return null;
	const { answer, parts = null, receipt, castAt, changedAt } = ballot;
	return { ...answerView(answer), parts, receipt, castAt, changedAt };
}

/** The most reasons for a block that an answer holds: a thousand characters each, and as many as there are voters. */
const MOST_REASONS = 100;

/** A count, cut to what an answer may hold. */
export function countView(count: CountResult): CountResultView {
	const { working } = count;
	if (working.kind !== "SUMS") return { ...count, working };
	return { ...count, working: { ...working, reasons: working.reasons.slice(0, MOST_REASONS) } };
}

/** An answer, and as a choice where it is one of yes, no and abstain: no other option has such a key. */
export function answerView(answer: BallotAnswer) {
	const said = answer.marks[0]?.option;
	return { answer, choice: Object.values(BallotChoice).find((choice) => choice === said) ?? null };
}

/** [V15] The tally's view; of a secret poll that is not published only the turnout. */
export function tallyView(counted: PollTally, secrecy: PlacedPoll["secrecy"]): TallyView {
	const { pollId, version, state, tally, partners } = counted;
	const countsOf = mayReadCounts({ state, secrecy }) ? ({ counts }: Count) => counts : () => [];
	return {
		pollId,
		version,
		state,
		cast: tally.cast,
		electorateSize: tally.electorateSize,
		total: countsOf(tally),
		byGroup: tally.byGroup.map((count) => ({ ...count, counts: countsOf(count) })),
		byPartner: tally.byPartner.map((count, place) => ({
			...count,
			counts: countsOf(count),
			partner: partners[place] as (typeof partners)[number],
		})),
	};
}
