/** How much of everything is measured. */
export interface DraftingPlan {
	readonly isQuick: boolean;
	readonly rounds: number;
	/** Readers: one, some, many. */
	readonly sizes: readonly [number, number, number];
	readonly saturatedSeconds: number;
	readonly warmUpSeconds: number;
	/** Keystrokes at most while warming up, and while measuring: what is left is for the steady pace. */
	readonly warmUpMost: number;
	readonly saturatedMost: number;
	/** Keystrokes on their way at any time while saturated. */
	readonly window: number;
	readonly pacedSeconds: number;
	readonly perSecond: number;
	/** Seconds of typing before `kill -9`. */
	readonly killAfterSeconds: number;
	/** Keystrokes of the large draft, and how often it is opened. */
	readonly largeDraft: number;
	readonly openings: number;
	/** Drafts open at once, with a reader each. */
	readonly openDrafts: number;
	/** Single-row commits that are timed. */
	readonly commits: number;
}

const inEarnest: DraftingPlan = {
	isQuick: false,
	rounds: 3,
	sizes: [1, 20, 200],
	saturatedSeconds: 2,
	warmUpSeconds: 0.5,
	warmUpMost: 10_000,
	saturatedMost: 75_000,
	window: 2_000,
	pacedSeconds: 5,
	perSecond: 50,
	killAfterSeconds: 3,
	largeDraft: 260_000,
	openings: 5,
	openDrafts: 500,
	commits: 500,
};

/** The whole benchmark; or the same path with so little that it proves only that everything runs. */
export function draftingPlan(isQuick: boolean): DraftingPlan {
	if (!isQuick) return inEarnest;
	return {
		...inEarnest,
		isQuick,
		rounds: 1,
		sizes: [1, 4, 10],
		saturatedSeconds: 0.4,
		warmUpSeconds: 0.1,
		pacedSeconds: 1,
		killAfterSeconds: 1,
		largeDraft: 5_000,
		openings: 2,
		openDrafts: 20,
		commits: 50,
	};
}
