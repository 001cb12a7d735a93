import type { Row } from "../rows.ts";

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

/** One line of the result. */
export type DraftingRow = Row<Measure, Peer | "PostgreSQL">;
