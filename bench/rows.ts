import { median } from "./client/percentile.ts";

/** One line of a result: a measure of a server with so many subscribers. */
export interface Row<Measure extends string, Server extends string> {
	readonly measure: Measure;
	readonly server: Server;
	/** Readers, where the subscribers are readers of a draft. */
	readonly subscribers: number;
	/** By name, which says the unit. */
	readonly figures: Readonly<Record<string, number>>;
}

/** The medians, figure by figure, of rows that measure the same in several rounds. Keeps the order of the first round. */
export function medianRows<Line extends Row<string, string>>(rows: readonly Line[]): Line[] {
	const same = Map.groupBy(rows, ({ measure, server, subscribers }) => `${measure} ${server} ${subscribers}`);
	return [...same.values()].map((rounds) => {
		const [first] = rounds as [Line];
		const middle = (name: string) => median(rounds.map(({ figures }) => figures[name] ?? Number.NaN));
		const figures = Object.keys(first.figures).map((name) => [name, middle(name)]);
		return { ...first, figures: Object.fromEntries(figures) };
	});
}
