import type { Row } from "../rows.ts";

/** The servers side by side. */
export type VotingServer = "crossroads" | "crossroads, sealed" | "stock Apollo" | "PostgreSQL";

/** What is measured. */
export type Measure =
	| "sockets"
	| "HTTP"
	| "sockets, nobody watches"
	| "HTTP, nobody watches"
	| "pgbench"
	| "within 10 s"
	| "counting";

/** One line of the result; of pgbench, `subscribers` are its connections; of counting, the ballots. */
export type VotingRow = Row<Measure, VotingServer>;
