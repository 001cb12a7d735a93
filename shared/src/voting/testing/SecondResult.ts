/** What two counts must agree on. */
export interface SecondResult {
	/** In the order in which they were elected, where the method has one; else in the poll's order. */
	readonly winners: readonly string[];
	readonly isTie: boolean;
	/** The weight of all, and of those who say nothing of any option but abstaining. */
	readonly cast?: number;
	readonly abstained?: number;
	/** The levels, where the method ranks everybody; each sorted. */
	readonly ranking?: readonly (readonly string[])[];
	/** Votes at each stage of a transferable vote, by option, in hundred-thousandths. */
	readonly stages?: readonly (readonly number[])[];
}

/** A ballot as the second counts see it: what it says of each option, and a big weight. */
export interface SecondBallot {
	readonly values: Readonly<Record<string, number>>;
	readonly weight: bigint;
}
