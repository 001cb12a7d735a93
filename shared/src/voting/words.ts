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

/** What a poll's rule may ask for, in the order in which a result lists it. */
export const DecisionRuleKind = {
	QUORUM: "QUORUM",
	MAJORITY_OF_PERSONS: "MAJORITY_OF_PERSONS",
	MAJORITY_OF_CITIES: "MAJORITY_OF_CITIES",
} as const;
/** One of the requirements. */
export type DecisionRuleKind = keyof typeof DecisionRuleKind;
