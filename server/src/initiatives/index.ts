import type { Database } from "../database/index.ts";
import type { InitiativesShelf } from "./ports.ts";
import { PgInitiativesShelf } from "./store/PgInitiativesShelf.ts";
import { addFindings, addReviews, recordInitiatives } from "./store/recordInitiatives.ts";

export type {
	FindingRow,
	InitiativeFacts,
	InitiativeRow,
	InitiativesShelf,
	NewFinding,
	NewReview,
	ReviewRow,
} from "./ports.ts";
export { initiativesEntities } from "./store/entities.ts";
export type { RecordedInitiatives } from "./store/recordInitiatives.ts";

/** What the room needs of the house. */
export interface InitiativesDeps {
	readonly database: Database;
}

/** The room's reads, and writes in the caller's transaction. */
export type InitiativesRoom = ReturnType<typeof createInitiativesRoom>;

/** Initiatives, reviews and findings: rows that are kept and shown. */
export function createInitiativesRoom({ database }: InitiativesDeps) {
	const shelf: InitiativesShelf = new PgInitiativesShelf(database);
	return { shelf, recordInitiatives, addReviews, addFindings };
}
