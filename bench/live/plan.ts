/** How much of everything is measured. */
export interface BenchPlan {
	readonly isQuick: boolean;
	readonly rounds: number;
	readonly sizes: { readonly small: number; readonly medium: number; readonly large: number };
	/** Seconds of one saturated measurement, and of the warming up before it. */
	readonly saturatedSeconds: number;
	readonly warmUpSeconds: number;
	readonly pacedSeconds: number;
	readonly perSecond: number;
	/** Seconds in which somebody does not read, and of the time before to compare with. */
	readonly slowSeconds: number;
	/** Events that come at once, each of another draft. Everybody watches twice as many drafts. */
	readonly burst: number;
	/** Events over which database queries are counted. */
	readonly countedEvents: number;
	readonly readersWhoComeBack: number;
	readonly pushesMissed: number;
}

const inEarnest: BenchPlan = {
	isQuick: false,
	rounds: 3,
	sizes: { small: 100, medium: 1_000, large: 5_000 },
	saturatedSeconds: 3,
	warmUpSeconds: 1,
	pacedSeconds: 5,
	perSecond: 5,
	slowSeconds: 60,
	burst: 16,
	countedEvents: 40,
	readersWhoComeBack: 1_000,
	pushesMissed: 20,
};

/** The whole benchmark; or the same path with so few that it proves only that everything runs. */
export function benchPlan(isQuick: boolean): BenchPlan {
	if (!isQuick) return inEarnest;
	return {
		...inEarnest,
		isQuick,
		rounds: 1,
		sizes: { small: 20, medium: 50, large: 100 },
		saturatedSeconds: 0.3,
		warmUpSeconds: 0.1,
		pacedSeconds: 1,
		slowSeconds: 1,
		countedEvents: 10,
		readersWhoComeBack: 50,
	};
}
