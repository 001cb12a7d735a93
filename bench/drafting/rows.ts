import { median } from "../client/percentile.ts";

/** The servers side by side. */
export const peers = [
	"crossroads",
	"Hocuspocus",
	"y-websocket",
	"relay, frame by frame",
	"relay, joined",
] as const;

export type Peer = (typeof peers)[number];

/** What is measured. */
export type Measure = "saturated" | "paced" | "kill -9" | "opening" | "memory" | "commit";

/** One line of the result: a measure of a server with so many readers. */
export interface Row {
	readonly measure: Measure;
	readonly server: Peer | "PostgreSQL";
	/** Readers, as in the other benchmarks' rows. */
	readonly subscribers: number;
	/** By name, which says the unit. */
	readonly figures: Readonly<Record<string, number>>;
}

/** The medians, figure by figure, of rows that measure the same in several rounds. Keeps the order of the first round. */
export function medianRows(rows: readonly Row[]): Row[] {
	const same = Map.groupBy(rows, ({ measure, server, subscribers }) => `${measure} ${server} ${subscribers}`);
	return [...same.values()].map((rounds) => {
		const [first] = rounds as [Row];
		const middle = (name: string) => median(rounds.map(({ figures }) => figures[name] ?? Number.NaN));
		const figures = Object.keys(first.figures).map((name) => [name, middle(name)]);
		return { ...first, figures: Object.fromEntries(figures) };
	});
}
