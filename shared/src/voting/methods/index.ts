export { GREATEST_WEIGHT, type WeightedBallot } from "./ballots.ts";
export type {
	CountResult,
	MedianRun,
	Medians,
	RunoffCase,
	RunoffRound,
	RunoffRounds,
	StrongestPaths,
	Sums,
	TransferStage,
	TransferStages,
	Working,
} from "./CountResult.ts";
export { count } from "./count.ts";
export { lotText } from "./lot.ts";
