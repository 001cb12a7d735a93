import { reportText } from "../report.ts";
import type { VotingResult } from "./benchVoting.ts";
import type { VotingPlan } from "./plan.ts";
import type { Measure } from "./rows.ts";

const TITLES: Readonly<Record<Measure, string>> = {
	sockets: "Everybody votes once, each over the own socket; all sockets watch the count",
	HTTP: "Everybody votes once, over HTTP; all sockets watch the count",
	"sockets, nobody watches": "The same over sockets, and nobody watches",
	"HTTP, nobody watches": "The same over HTTP, and nobody watches",
	pgbench: "pgbench on the same PostgreSQL (N: connections)",
	"within 10 s": "Everybody votes within 10 s, each at a moment of the own, and watches the count",
	counting: "Counting ranked ballots (N) in a fresh process",
};

/** The result for people. */
export function votingReport({ rows, goals, rounds, hasPgbench }: VotingResult, plan: VotingPlan): string {
	const { isQuick, voters, polls } = plan;
	const opening = [
		`${voters} voters; in each of ${rounds} rounds ${polls} polls a case; medians.`,
		...(hasPgbench ? [] : ["pgbench is not on this machine: what is compared with it is not measured."]),
	];
	return reportText({ opening, titles: TITLES, rows, goals, isQuick });
}
