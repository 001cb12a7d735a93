import type { Working } from "@crossroads/shared";
import { createUnionType } from "type-graphql";
import { MediansView } from "./Medians.ts";
import { RunoffRoundsView } from "./RunoffRounds.ts";
import { StrongestPathsView } from "./StrongestPaths.ts";
import { SumsView } from "./Sums.ts";
import { TransferStagesView } from "./TransferStages.ts";

const views = {
	SUMS: SumsView,
	STRONGEST_PATHS: StrongestPathsView,
	RUNOFF_ROUNDS: RunoffRoundsView,
	TRANSFER_STAGES: TransferStagesView,
	MEDIANS: MediansView,
} as const satisfies Record<Working["kind"], unknown>;

/** How a method came to its result. */
export const CountWorking = createUnionType({
	name: "CountWorking",
	description: "How the poll's method came to its result.",
	types: () => [SumsView, StrongestPathsView, RunoffRoundsView, TransferStagesView, MediansView] as const,
	resolveType: ({ kind }: Working) => views[kind],
});
