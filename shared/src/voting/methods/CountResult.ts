import type { OptionKey, PollMethod } from "../pollMethod.ts";

/** What a poll's ballots come to, as plain JSON in whole numbers. A ballot of weight w counts as w equal ballots. */
export interface CountResult {
	readonly method: PollMethod;
	/** Who won, best first. Where `isTie`, the options that share the place: the count itself breaks no such tie. */
	readonly winners: readonly OptionKey[];
	/** Whether the method leaves more than one option where there is one place, or had to draw a lot. */
	readonly isTie: boolean;
	/** Every option that can win, best first; those level with each other stand together. */
	readonly ranking: readonly (readonly OptionKey[])[];
	/** The weight of all ballots, and of those among them that abstain. */
	readonly cast: number;
	readonly abstained: number;
	readonly working: Working;
}

/** How the method came to its result. */
export type Working = Sums | StrongestPaths | RunoffRounds | TransferStages | Medians;

/** Choices, approval, scores, dots, consent: the weight times the value, for each option in the poll's order. */
export interface Sums {
	readonly kind: "SUMS";
	readonly sums: readonly { readonly option: OptionKey; readonly sum: number }[];
	/** Why a consent was blocked, sorted, each as often as it was given; elsewhere empty. */
	readonly reasons: readonly string[];
}

/** Schulze. Rows and columns in the poll's order; the diagonals are 0. */
export interface StrongestPaths {
	readonly kind: "STRONGEST_PATHS";
	/** [row][column]: the weight of those who prefer the row's option to the column's. */
	readonly preferences: readonly (readonly number[])[];
	/** [row][column]: the strength of the strongest path from the row's option to the column's; 0: there is none. */
	readonly paths: readonly (readonly number[])[];
}

/** Instant run-off. */
export interface RunoffRounds {
	readonly kind: "RUNOFF_ROUNDS";
	readonly rounds: readonly RunoffRound[];
}

export interface RunoffRound {
	/** The options still in, in the poll's order, with the weight that stands first for each. */
	readonly votes: readonly { readonly option: OptionKey; readonly votes: number }[];
	/** The weight of ballots that rank none of them. */
	readonly exhausted: number;
	/** Who leaves after this round; empty: the count ends here. */
	readonly eliminated: readonly OptionKey[];
	/** Tied for leaving, where nothing tells them apart: each case is counted in `cases`. Elsewhere empty. */
	readonly tied: readonly OptionKey[];
	readonly cases: readonly RunoffCase[];
}

/** What comes of it if one of the tied leaves. */
export interface RunoffCase {
	readonly eliminated: OptionKey;
	readonly winners: readonly OptionKey[];
	readonly rounds: readonly RunoffRound[];
}

/** Single transferable vote. Votes are whole numbers of hundred-thousandths: 1 vote is 100,000. */
export interface TransferStages {
	readonly kind: "TRANSFER_STAGES";
	/** In whole votes. */
	readonly quota: number;
	readonly stages: readonly TransferStage[];
}

export interface TransferStage {
	/** What this stage did: counted first preferences, transferred a surplus, or excluded the option with fewest votes. */
	readonly kind: "FIRST" | "SURPLUS" | "EXCLUSION";
	/** Whose surplus or exclusion; null in the first stage. */
	readonly from: OptionKey | null;
	/** At the end of the stage: the options in the poll's order with their votes. Those excluded have 0. */
	readonly votes: readonly { readonly option: OptionKey; readonly votes: number }[];
	/** Votes that went to nobody so far: papers without a next preference. */
	readonly nonTransferable: number;
	/** Who was elected at the end of this stage, in order. */
	readonly elected: readonly OptionKey[];
	/** The lots drawn in this stage: tied at all earlier stages, too. `chosen` goes first, or is excluded. */
	readonly lots: readonly { readonly tied: readonly OptionKey[]; readonly chosen: OptionKey }[];
}

/** Majority judgment. */
export interface Medians {
	readonly kind: "MEDIANS";
	readonly options: readonly {
		readonly option: OptionKey;
		/** The weight that gave each grade, from 1 (reject) to 6 (excellent). */
		readonly grades: readonly number[];
		/** The lower middlemost grade; 0: nobody graded. */
		readonly median: number;
		/** The majority value: the medians that come off one after the other, as runs of equal pairs. */
		readonly value: readonly MedianRun[];
	}[];
}

/** So many times, the next two medians that come off are these. The odd one out, if any, comes first, as a pair of itself. */
export interface MedianRun {
	readonly lower: number;
	readonly upper: number;
	readonly times: number;
}
