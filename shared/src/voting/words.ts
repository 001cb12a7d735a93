/** The answers of the method YES_NO_ABSTAIN, in the order in which they are shown. */
export const BallotChoice = { YES: "YES", NO: "NO", ABSTAIN: "ABSTAIN" } as const;
/** One of the answers. */
export type BallotChoice = keyof typeof BallotChoice;

/** A poll's life, in its only order. */
export const PollState = {
	PREPARED: "PREPARED",
	OPEN: "OPEN",
	CLOSED: "CLOSED",
	PUBLISHED: "PUBLISHED",
} as const;
/** One of its states. */
export type PollState = keyof typeof PollState;

/** Whether the ballots are shown with names after publishing, or to nobody ever. */
export const Secrecy = { NAMED: "NAMED", SECRET: "SECRET" } as const;
/** One of the two. */
export type Secrecy = keyof typeof Secrecy;

/** How much must be for it. */
export const ThresholdKind = {
	/** Nothing: who comes out first is chosen. */
	NONE: "NONE",
	/** More for than against. */
	SIMPLE: "SIMPLE",
	/** More than half of the base. */
	ABSOLUTE: "ABSOLUTE",
	TWO_THIRDS: "TWO_THIRDS",
	THREE_QUARTERS: "THREE_QUARTERS",
	/** Nobody blocks, somebody agrees. */
	CONSENT: "CONSENT",
} as const;
/** One of the thresholds. */
export type ThresholdKind = keyof typeof ThresholdKind;

/** Of what a threshold is a share: the votes cast, those present when the poll opened, or all who are entitled. */
export const ThresholdBase = { CAST: "CAST", PRESENT: "PRESENT", ENTITLED: "ENTITLED" } as const;
/** One of the bases. */
export type ThresholdBase = keyof typeof ThresholdBase;

/** What a poll's rule may ask for, in the order in which a result lists it. */
export const DecisionRuleKind = {
	QUORUM: "QUORUM",
	QUORUM_OF_CITIES: "QUORUM_OF_CITIES",
	QUORUM_AT_CLOSING: "QUORUM_AT_CLOSING",
	QUORUM_OF_CITIES_AT_CLOSING: "QUORUM_OF_CITIES_AT_CLOSING",
	CLEAR_CHOICE: "CLEAR_CHOICE",
	MAJORITY_OF_PERSONS: "MAJORITY_OF_PERSONS",
	ABSOLUTE_MAJORITY: "ABSOLUTE_MAJORITY",
	TWO_THIRDS: "TWO_THIRDS",
	THREE_QUARTERS: "THREE_QUARTERS",
	NO_BLOCK: "NO_BLOCK",
	SOMEBODY_AGREES: "SOMEBODY_AGREES",
	MAJORITY_OF_CITIES: "MAJORITY_OF_CITIES",
	MAJORITY_OF_EVERY_GROUP: "MAJORITY_OF_EVERY_GROUP",
} as const;
/** One of the requirements. */
export type DecisionRuleKind = keyof typeof DecisionRuleKind;
