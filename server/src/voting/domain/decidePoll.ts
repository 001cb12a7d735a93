import {
	checkMajorityOfCities,
	checkMajorityOfPersons,
	checkQuorum,
	type DecisionRule,
	isCityFor,
	type PollMethod,
	type Requirement,
	type RuleResult,
	requirementsOf,
} from "@crossroads/shared";
import type { PollResult } from "./Poll.ts";
import { type Count, leadersOf, pointsOf, type Tally } from "./tally.ts";

/** What a decision rests on. */
export interface DecisionFacts {
	/** Delegates on the event's list when the poll opened. Those present then are the tally's electorate. */
	readonly entitled: number;
	readonly tally: Tally;
}

/** [V9] The decision with its reasons: taken when every requirement of the rule is met. Whole numbers only. */
export function decidePoll(method: PollMethod, rule: DecisionRule, facts: DecisionFacts): PollResult {
	const rules = requirementsOf(rule, method).map((requirement) => check(requirement, facts));
	const areMet = rules.every(({ isMet }) => isMet);
	if (method === "YES_NO_ABSTAIN") return { isAdopted: areMet, winners: [], rules };
	const winners = leadersOf(facts.tally);
	return { isAdopted: areMet && winners.length === 1, winners, rules };
}

function check(requirement: Requirement, { entitled, tally }: DecisionFacts): RuleResult {
	switch (requirement.kind) {
		case "QUORUM":
			return checkQuorum(tally.electorateSize, entitled, requirement.share);
		case "MAJORITY_OF_PERSONS":
			return checkMajorityOfPersons(pointsOf("YES", tally), pointsOf("NO", tally));
		case "MAJORITY_OF_CITIES":
			return checkMajorityOfCities(tally.byPartner.filter(isFor).length, tally.byPartner.length);
	}
}

function isFor(city: Count): boolean {
	return isCityFor(pointsOf("YES", city), pointsOf("NO", city));
}
