import { type Attendance, type DecisionRule, decide, type PollMethod, type Stand } from "@crossroads/shared";
import type { PollResult } from "./Poll.ts";
import { type Count, leadersOf, pointsOf, type Tally } from "./tally.ts";

/** What a decision rests on. */
export interface PollFacts {
	/** Delegates on the event's list when the poll opened. Those present then are the tally's electorate. */
	readonly entitled: number;
	readonly tally: Tally;
	/** Electors who are still there at closing; needed by a rule whose quorum holds at closing. */
	readonly presentAtClosing?: number;
	/** Cities that are there, of those on the list; needed by a rule with a quorum of cities. */
	readonly cities?: Attendance;
}

/**
 * [V9] [V33] The decision with its reasons: taken when every requirement of the rule is met. Whole numbers only. Among
 * options no poll can be prepared yet whose rule asks for a share of the votes: there everybody's stand is 0.
 */
export function decidePoll(method: PollMethod, rule: DecisionRule, facts: PollFacts): PollResult {
	const { entitled, tally, presentAtClosing = 0 } = facts;
	const winners = method === "YES_NO_ABSTAIN" ? [] : leadersOf(tally);
	const none = { present: 0, presentAtClosing: 0, entitled: tally.byPartner.length };
	const decision = decide(rule, method, {
		persons: { present: tally.electorateSize, presentAtClosing, entitled },
		cities: facts.cities ?? none,
		weightPresent: tally.electorateSize,
		weightEntitled: entitled,
		stand: standOfCount(tally),
		byCity: tally.byPartner.map(standOfCount),
		byGroup: tally.byGroup.filter(({ electorateSize }) => electorateSize > 0).map(standOfCount),
		places: 1,
		placesFilled: winners.length === 1 ? 1 : 0,
	});
	return { ...decision, winners };
}

function standOfCount(count: Count): Stand {
	return {
		for: pointsOf("YES", count),
		against: pointsOf("NO", count),
		abstained: pointsOf("ABSTAIN", count),
		blocked: 0,
	};
}
