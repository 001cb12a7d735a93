import {
	checkMajorityOfCities,
	checkMajorityOfPersons,
	checkQuorum,
	type DecisionRule,
	isCityFor,
	type Requirement,
	type RuleResult,
	requirementsOf,
} from "@crossroads/shared";
import type { PollResult } from "./Poll.ts";
import { type Count, type Tally, votesFor } from "./tally.ts";

/** What a decision rests on. */
export interface DecisionFacts {
	/** Delegates on the event's list when the poll opened. Those present then are the tally's electorate. */
	readonly entitled: number;
	readonly tally: Tally;
}

/** [V9] The decision with its reasons: adopted when every requirement of the rule is met. Whole numbers only. */
export function decidePoll(rule: DecisionRule, facts: DecisionFacts): PollResult {
	const rules = requirementsOf(rule).map((requirement) => check(requirement, facts));
	return { isAdopted: rules.every(({ isMet }) => isMet), rules };
}

function check(requirement: Requirement, { entitled, tally }: DecisionFacts): RuleResult {
	switch (requirement.kind) {
		case "QUORUM":
			return checkQuorum(tally.electorateSize, entitled, requirement.share);
		case "MAJORITY_OF_PERSONS":
			return checkMajorityOfPersons(votesFor("YES", tally), votesFor("NO", tally));
		case "MAJORITY_OF_CITIES":
			return checkMajorityOfCities(tally.byPartner.filter(isFor).length, tally.byPartner.length);
	}
}

function isFor(city: Count): boolean {
	return isCityFor(votesFor("YES", city), votesFor("NO", city));
}
