import type { Database } from "../../database/index.ts";
import type { LogEvent } from "../../live/index.ts";
import { createDraftingRoom, type DraftingDeps } from "../index.ts";

/** What was handed to the live engine. */
export type Seen = { topic: string; events: readonly LogEvent[] }[];

/** A drafting room as one instance of the server has it, over a database that others may share. */
export function aDraftingRoom(database: Database, more: Partial<DraftingDeps> & { seen?: Seen } = {}) {
	const { seen = [], ...deps } = more;
	return createDraftingRoom({
		database,
		clock: () => new Date(),
		announce: () => {},
		append: (topic, events) => seen.push({ topic, events }),
		identityOf: async () => ({ name: "Ana", partnerCode: "ETT" }),
		warn: () => {},
		...deps,
	});
}
