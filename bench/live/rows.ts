import type { Row } from "../rows.ts";
import type { ServerKind } from "./targets.ts";

/** What is measured. */
export type Measure =
	| "one at a time"
	| "coalesced"
	| "coalesced, small"
	| "paced"
	| "memory"
	| "slow reader"
	| "queries"
	| "coming back";

/** One line of the result. */
export type LiveRow = Row<Measure, ServerKind>;
