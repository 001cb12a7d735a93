import {
	type DecisionRule,
	type Requirement,
	type RuleResult,
	requirementsOf,
	type ShareKind,
} from "../decisionRule.ts";
import type { PollMethod } from "../pollMethod.ts";
import type { ThresholdBase } from "../words.ts";
import {
	checkAll,
	checkAny,
	checkMajority,
	checkMajorityOfCities,
	checkMajorityOfPersons,
	checkQuorumOf,
	checkShare,
	isCityFor,
} from "./checks.ts";
import type { Stand } from "./standOf.ts";

/** How many were there, at opening and at closing, of how many. */
export interface Attendance {
	readonly present: number;
	readonly presentAtClosing: number;
	readonly entitled: number;
}

/** What a decision rests on. Persons and cities are counted by head, everything else by weight. */
export interface DecisionFacts {
	/** Delegates in the room, of those on the event's list. Those represented by a proxy are not in the room. */
	readonly persons: Attendance;
	/** Cities with a delegate in the room, of those with delegates on the list. */
	readonly cities: Attendance;
	/** What the electors weigh together: those present at opening, and those represented. */
	readonly weightPresent: number;
	/** What all who are entitled weigh together. */
	readonly weightEntitled: number;
	readonly stand: Stand;
	/** One for each city, and each group, that has electors. */
	readonly byCity: readonly Stand[];
	readonly byGroup: readonly Stand[];
	/** Places that the count filled without a tie, of those that it has to fill. */
	readonly placesFilled: number;
	readonly places: number;
}

/** Adopted, or chosen, when every requirement is met. */
export interface Decision {
	readonly isAdopted: boolean;
	readonly rules: readonly RuleResult[];
}

/** [V9] The decision with its reasons. Whole numbers only; what is divided, divides evenly. */
export function decide(rule: DecisionRule, method: PollMethod, facts: DecisionFacts): Decision {
	const rules = requirementsOf(rule, method).map((requirement) => check(requirement, facts));
	return { isAdopted: rules.every(({ isMet }) => isMet), rules };
}

function check(requirement: Requirement, facts: DecisionFacts): RuleResult {
	const { persons, cities, stand } = facts;
	const cast = stand.for + stand.against + stand.abstained;
	const { kind } = requirement;
	switch (kind) {
		case "QUORUM":
			return checkQuorumOf(kind, persons.present, persons.entitled, requirement.share);
		case "QUORUM_AT_CLOSING":
			return checkQuorumOf(kind, persons.presentAtClosing, persons.entitled, requirement.share);
		case "QUORUM_OF_CITIES":
			return checkQuorumOf(kind, cities.present, cities.entitled, requirement.share);
		case "QUORUM_OF_CITIES_AT_CLOSING":
			return checkQuorumOf(kind, cities.presentAtClosing, cities.entitled, requirement.share);
		case "CLEAR_CHOICE":
			return checkAll(kind, facts.placesFilled, facts.places);
		case "MAJORITY_OF_PERSONS":
			return checkMajorityOfPersons(stand.for, stand.against);
		case "ABSOLUTE_MAJORITY":
		case "TWO_THIRDS":
		case "THREE_QUARTERS":
			return checkThreshold(kind, requirement, facts);
		case "NO_BLOCK":
			return checkAll(kind, cast - stand.blocked, cast);
		case "SOMEBODY_AGREES":
			return checkAny(kind, stand.for, cast);
		case "MAJORITY_OF_CITIES":
			return checkMajorityOfCities(facts.byCity.filter(isFor).length, facts.byCity.length);
		case "MAJORITY_OF_EVERY_GROUP":
			return checkAll(kind, facts.byGroup.filter(isFor).length, facts.byGroup.length);
	}
}

function checkThreshold(
	kind: ShareKind,
	{ base, countsAbstentions }: { readonly base: ThresholdBase; readonly countsAbstentions: boolean },
	facts: DecisionFacts,
): RuleResult {
	const { stand } = facts;
	const of = baseOf(base, facts) - (countsAbstentions ? 0 : stand.abstained);
	if (kind === "ABSOLUTE_MAJORITY") return checkMajority(kind, stand.for, of);
	const share = kind === "TWO_THIRDS" ? { numerator: 2, denominator: 3 } : { numerator: 3, denominator: 4 };
	return checkShare(kind, stand.for, of, share);
}

function baseOf(base: ThresholdBase, { stand, weightPresent, weightEntitled }: DecisionFacts): number {
	if (base === "CAST") return stand.for + stand.against + stand.abstained;
	return base === "PRESENT" ? weightPresent : weightEntitled;
}

function isFor(stand: Stand): boolean {
	return isCityFor(stand.for, stand.against);
}
