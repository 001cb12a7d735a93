import type { Sql } from "../../database/index.ts";
import type { PublicReads } from "../ports.ts";
import { initiativeReads } from "./initiativeReads.ts";
import { networkReads } from "./networkReads.ts";
import { pollReads } from "./pollReads.ts";
import { programmeReads } from "./programmeReads.ts";
import { recommendationReads } from "./recommendationReads.ts";

/** [G1] Everything that the public graph reads of PostgreSQL: public rows, public columns, nothing else. */
export function pgPublicReads(sql: Sql): PublicReads {
	return {
		...networkReads(sql),
		...programmeReads(sql),
		...initiativeReads(sql),
		...recommendationReads(sql),
		...pollReads(sql),
	};
}
