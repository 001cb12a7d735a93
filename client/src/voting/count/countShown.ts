import type {
	CountResult,
	Medians,
	OptionKey,
	RunoffCase,
	RunoffRound,
	StrongestPaths,
	Sums,
	TransferStages,
} from "@crossroads/shared";

/** What a poll's ballots came to, as both graphs give it. */
export interface CountShown extends Omit<CountResult, "method" | "working"> {
	readonly working: WorkingShown;
}

/** How the method came to it, told apart by the graph's type. */
export type WorkingShown =
	| ({ readonly __typename: "Sums" } & SumsShown)
	| ({ readonly __typename: "StrongestPaths" } & PathsShown)
	| ({ readonly __typename: "RunoffRounds" } & RoundsShown)
	| ({ readonly __typename: "TransferStages" } & StagesShown)
	| ({ readonly __typename: "Medians" } & MediansShown);

export type SumsShown = Omit<Sums, "kind">;
export type PathsShown = Omit<StrongestPaths, "kind">;
export type StagesShown = Omit<TransferStages, "kind">;

export interface RoundsShown {
	readonly rounds: readonly RoundShown[];
}

/** A round; of a case that it splits into, who leaves and who would win. */
export interface RoundShown extends Omit<RunoffRound, "cases"> {
	readonly cases: readonly Pick<RunoffCase, "eliminated" | "winners">[];
}

export interface MediansShown {
	readonly options: readonly Pick<Medians["options"][number], "option" | "grades" | "median">[];
}

/** One option's line in the picture of a count. */
export interface CountLine {
	readonly option: OptionKey;
	/** From 1; options that are level have the same; null: options that have no order. */
	readonly place: number | null;
	/** Drawn stronger: those who come first. */
	readonly isFirst: boolean;
	/** How far the bar goes, from 0 to 1; several parts are drawn one after the other. */
	readonly bar: readonly BarPart[];
	readonly figure: string;
	/** In a few words what became of the option. */
	readonly note?: string;
}

export interface BarPart {
	readonly share: number;
	/** Of a grade, 1 to 6; absent: votes. */
	readonly grade?: number;
}

/** The place of each option in a ranking: those that are level share one, and the next come after all of them. */
export function placesIn(ranking: CountShown["ranking"]): ReadonlyMap<OptionKey, number> {
	const places = new Map<OptionKey, number>();
	for (const level of ranking) {
		const place = places.size + 1;
		for (const option of level) places.set(option, place);
	}
	return places;
}

/** A share from 0 to 1; of nothing, nothing. */
export function shareOf(part: number, whole: number): number {
	return whole <= 0 ? 0 : Math.min(1, part / whole);
}
