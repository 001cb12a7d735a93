import { type Fraction, isFraction } from "./Fraction.ts";
import type { PollMethod } from "./pollMethod.ts";
import type { DecisionRuleKind, ThresholdBase, ThresholdKind } from "./words.ts";

/** How much must be for it, of what. Where nothing but for and against matters, `base` is CAST without abstentions. */
export interface Threshold {
	readonly kind: ThresholdKind;
	readonly base: ThresholdBase;
	/** Whether those who abstained count in the base, and so against. */
	readonly countsAbstentions: boolean;
}

/**
 * How a poll is decided; fixed when the poll is prepared. What is absent is not asked for; an absent threshold is the
 * usual one of the poll's method. `completeRule` writes it out.
 */
export interface DecisionRule {
	/** The share of the entitled delegates who must be present when the poll opens. */
	readonly quorum: Fraction;
	/** The share of the cities with entitled delegates that must have one present when the poll opens. */
	readonly quorumOfCities?: Fraction;
	/** Whether both quorums must hold again when the poll closes. */
	readonly holdsQuorumAtClosing?: boolean;
	readonly threshold?: Threshold;
	/** Whether a majority of the cities is needed besides that of persons. */
	readonly needsMajorityOfCities: boolean;
	/** Whether a majority in every stakeholder group is needed besides. */
	readonly needsMajorityOfEveryGroup?: boolean;
	/** Whether a voter may change the ballot until the poll closes; the last one counts. */
	readonly allowsBallotChange: boolean;
}

/** One requirement of a rule, with its figures and whether it was met: "quorum 21 of 30 present: met". */
export interface RuleResult {
	readonly kind: DecisionRuleKind;
	readonly isMet: boolean;
	/** QUORUM: present; MAJORITY_OF_PERSONS: yes; MAJORITY_OF_CITIES: cities for. */
	readonly have: number;
	/** QUORUM: entitled; MAJORITY_OF_PERSONS: yes and no together; MAJORITY_OF_CITIES: cities with electors. */
	readonly of: number;
	/** The fewest with which it is met. */
	readonly needed: number;
}

export type QuorumKind = Extract<DecisionRuleKind, `QUORUM${string}`>;
export type ShareKind = "ABSOLUTE_MAJORITY" | "TWO_THIRDS" | "THREE_QUARTERS";

/** What a rule asks for, without words: screens put it into their reader's language before the vote. */
export type Requirement =
	| { readonly kind: QuorumKind; readonly share: Fraction }
	| { readonly kind: ShareKind; readonly base: ThresholdBase; readonly countsAbstentions: boolean }
	| { readonly kind: Exclude<DecisionRuleKind, QuorumKind | ShareKind> };

const NO_QUORUM: Fraction = { numerator: 0, denominator: 1 };

/** Yes or no: more yes than no. Consent: consent. All others: who comes out first. */
function usualThreshold(method: PollMethod): Threshold {
	const kind = method === "YES_NO_ABSTAIN" ? "SIMPLE" : method === "CONSENT" ? "CONSENT" : "NONE";
	return { kind, base: "CAST", countsAbstentions: false };
}

/** The rule with everything written out: one form for one rule, as it is stored, hashed and shown on the board. */
export function completeRule(rule: DecisionRule, method: PollMethod): Required<DecisionRule> {
	return {
		quorum: rule.quorum,
		quorumOfCities: rule.quorumOfCities ?? NO_QUORUM,
		holdsQuorumAtClosing: rule.holdsQuorumAtClosing ?? false,
		threshold: rule.threshold ?? usualThreshold(method),
		needsMajorityOfCities: rule.needsMajorityOfCities,
		needsMajorityOfEveryGroup: rule.needsMajorityOfEveryGroup ?? false,
		allowsBallotChange: rule.allowsBallotChange,
	};
}

/** A rule's requirements in the order of its result. A quorum of nothing is not listed. */
export function requirementsOf(rule: DecisionRule, method: PollMethod): readonly Requirement[] {
	const whole = completeRule(rule, method);
	const cities: Requirement[] = whole.needsMajorityOfCities ? [{ kind: "MAJORITY_OF_CITIES" }] : [];
	const groups: Requirement[] = whole.needsMajorityOfEveryGroup ? [{ kind: "MAJORITY_OF_EVERY_GROUP" }] : [];
	return [...quorumsOf(whole), ...requirementsOfThreshold(whole.threshold), ...cities, ...groups];
}

function quorumsOf(rule: Required<DecisionRule>): readonly Requirement[] {
	const persons = { kind: "QUORUM", share: rule.quorum } as const;
	const cities = { kind: "QUORUM_OF_CITIES", share: rule.quorumOfCities } as const;
	const asked = [persons, cities].filter(({ share }) => share.numerator > 0);
	const again = asked.map(({ kind, share }) => ({ kind: `${kind}_AT_CLOSING` as const, share }));
	return rule.holdsQuorumAtClosing ? [...asked, ...again] : asked;
}

function requirementsOfThreshold({ kind, ...of }: Threshold): readonly Requirement[] {
	switch (kind) {
		case "NONE":
			return [{ kind: "CLEAR_CHOICE" }];
		case "SIMPLE":
			return [{ kind: "MAJORITY_OF_PERSONS" }];
		case "ABSOLUTE":
			return [{ kind: "ABSOLUTE_MAJORITY", ...of }];
		case "TWO_THIRDS":
		case "THREE_QUARTERS":
			return [{ kind, ...of }];
		case "CONSENT":
			return [{ kind: "NO_BLOCK" }, { kind: "SOMEBODY_AGREES" }];
	}
}

const shares: readonly ThresholdKind[] = ["ABSOLUTE", "TWO_THIRDS", "THREE_QUARTERS"];
/** Methods that put one thing to the vote, with voices for and against: cities and groups can be for it. */
const askForOneThing: readonly PollMethod[] = ["YES_NO_ABSTAIN", "CONSENT"];
/** Methods whose winner has votes of its own, of which a share can be asked. */
const chooseByVotes: readonly PollMethod[] = ["SINGLE_CHOICE", "MULTIPLE_CHOICE", "APPROVAL"];

/**
 * Whether a poll of this method can be decided by this rule. Yes or no, and consent, take every threshold that has a
 * meaning for them; choices take none or a share of the votes; other methods none. Majorities of cities and groups
 * are for methods that ask for one thing.
 */
export function isRuleFor(method: PollMethod, rule: DecisionRule): boolean {
	const { quorum, quorumOfCities, threshold, ...needs } = completeRule(rule, method);
	const needsOthers = needs.needsMajorityOfCities || needs.needsMajorityOfEveryGroup;
	return (
		isFraction(quorum) &&
		isFraction(quorumOfCities) &&
		isThreshold(threshold) &&
		thresholdsOf(method).includes(threshold.kind) &&
		(!needsOthers || askForOneThing.includes(method))
	);
}

function thresholdsOf(method: PollMethod): readonly ThresholdKind[] {
	if (method === "CONSENT") return ["CONSENT", "SIMPLE", ...shares];
	if (method === "YES_NO_ABSTAIN") return ["SIMPLE", ...shares];
	return chooseByVotes.includes(method) ? ["NONE", ...shares] : ["NONE"];
}

/** Only a share has a base to choose. */
function isThreshold({ kind, base, countsAbstentions }: Threshold): boolean {
	return shares.includes(kind) || (base === "CAST" && !countsAbstentions);
}
