import type {
	BallotAnswer,
	DecisionRule,
	OptionKey,
	PollSettings,
	PollState,
	RuleResult,
	Secrecy,
	StakeholderGroup,
	WeightedBallot,
} from "@crossroads/shared";

/** A question put to an electorate, as it stands in the record. */
export interface Poll {
	readonly id: string;
	readonly sessionId: string;
	readonly agendaItemId: string | null;
	/** The frozen text that the poll decides on; null: the poll decides on nothing but its question. */
	readonly recommendationVersionId: string | null;
	readonly question: string;
	/** How it is answered and counted; never changes. */
	readonly settings: PollSettings;
	readonly secrecy: Secrecy;
	readonly state: PollState;
	/** With everything written out. */
	readonly rule: Required<DecisionRule>;
	/** [V29] For how many others one may vote at most; 0: nobody votes for others. */
	readonly proxyCap: number;
	readonly isPublic: boolean;
	/** Delegates on the event's list when the poll opened; null before. */
	readonly entitled: number | null;
	/** sha-256 (hex) over the canonical list of electors; null before opening. */
	readonly electorateHash: string | null;
	readonly openedAt: Date | null;
	readonly closedAt: Date | null;
	readonly publishedAt: Date | null;
	/** Raised by every commit that changes what the poll shows, ballots included. */
	readonly version: number;
	/** Computed and stored at closing; null before. Who may see it when: `mayReadResult`. */
	readonly result: PollResult | null;
}

/** One person who may vote, frozen when the poll opens. */
export interface Elector {
	readonly personId: string;
	readonly partnerId: string;
	readonly group: StakeholderGroup;
	readonly weight: number;
}

/** One voter's answer, as it lies in the box. */
export interface Ballot {
	readonly pollId: string;
	readonly personId: string;
	/** In its canonical form. Of a split vote it says nothing: what counts are the parts. */
	readonly answer: BallotAnswer;
	/** [V30] Of a split vote, canonical: at least two answers, all of the elector's weight among them. Left out: no split vote. */
	readonly parts?: readonly WeightedBallot[];
	/** The short code by which the voter finds the ballot again. A changed ballot has a new one. */
	readonly receipt: string;
	/** The voter's own key for this ballot: the same key again gets the same answer and changes nothing. */
	readonly idempotencyKey: string;
	readonly castAt: Date;
	/** When the ballot was last changed; null: never. */
	readonly changedAt: Date | null;
}

/** The decision, rule by rule. The count that it follows from is kept beside it. */
export interface PollResult {
	/** Whether every requirement of the rule was met. */
	readonly isAdopted: boolean;
	/** Among options: who won the count, best first. Empty where the poll asks for one thing: yes or no, consent. */
	readonly winners: readonly OptionKey[];
	readonly rules: readonly RuleResult[];
}
