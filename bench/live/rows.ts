import { median } from "../client/percentile.ts";
import type { ServerKind } from "./targets.ts";

/** What is measured. */
export type Measure =
	| "one at a time"
	| "coalesced"
	| "coalesced, small"
	| "paced"
	| "memory"
	| "queries"
	| "coming back";

/** One line of the result: a measure of a server with so many subscribers. */
export interface Row {
	readonly measure: Measure;
	readonly server: ServerKind;
	readonly subscribers: number;
	/** By name, which says the unit. */
	readonly figures: Readonly<Record<string, number>>;
}

/** The medians, figure by figure, of rows that measure the same in several rounds. Keeps the order of the first round. */
export function medianRows(rows: readonly Row[]): Row[] {
	const same = Map.groupBy(rows, ({ measure, server, subscribers }) => `${measure} ${server} ${subscribers}`);
	return [...same.values()].map((rounds) => {
		const [first] = rounds as [Row];
		const names = Object.keys(first.figures);
		const middle = (name: string) => median(rounds.map(({ figures }) => figures[name] ?? Number.NaN));
		return { ...first, figures: Object.fromEntries(names.map((name) => [name, middle(name)])) };
	});
}
