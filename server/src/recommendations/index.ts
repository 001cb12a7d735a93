import { createHash } from "node:crypto";
import type { Database } from "../database/index.ts";
import type { Viewer } from "../people/index.ts";
import { type CreateWish, createRecommendation } from "./actions/createRecommendation.ts";
import { type Decision, decideRecommendation } from "./actions/decideRecommendation.ts";
import { type ImportedRecommendation, importRecommendation } from "./actions/importRecommendation.ts";
import { sendToReview } from "./actions/sendToReview.ts";
import { tableRecommendation } from "./actions/tableRecommendation.ts";
import { withdrawRecommendation } from "./actions/withdrawRecommendation.ts";
import type { Agenda, DraftText, RecommendationsWorld, Tx } from "./ports.ts";
import { PgRecommendationBook } from "./store/PgRecommendationBook.ts";
import { PgRecommendationShelf } from "./store/PgRecommendationShelf.ts";

export type { CreateWish } from "./actions/createRecommendation.ts";
export type { Decision } from "./actions/decideRecommendation.ts";
export type { ImportedRecommendation } from "./actions/importRecommendation.ts";
export type { Tabled } from "./actions/tableRecommendation.ts";
export type { RecommendationState } from "./domain/lifecycle.ts";
export { type VersionContent, versionContent } from "./domain/versionContent.ts";
export type {
	Agenda,
	Basis,
	DraftText,
	Recommendation,
	RecommendationShelf,
	TransitionShown,
	Version,
} from "./ports.ts";
export { recommendationsEntities } from "./store/entities.ts";

/** What the room needs of the house. */
export interface RecommendationsDeps {
	readonly database: Database;
	readonly clock: () => Date;
	/** Live texts: `draftText` of the room drafting. */
	readonly drafts: DraftText;
	/** Of the room programme. */
	readonly agenda: Agenda;
	readonly announce: (topic: string) => void;
}

/** The room's reads and actions, bound to the house. */
export type RecommendationsRoom = ReturnType<typeof createRecommendationsRoom>;

/** Recommendations: their life, their versions, what they rest on. */
export function createRecommendationsRoom(deps: RecommendationsDeps) {
	const book = new PgRecommendationBook(deps.database);
	const world: RecommendationsWorld = { ...deps, book, contentHash };
	return {
		/** Reads; batched, nothing kept. */
		shelf: new PgRecommendationShelf(deps.database),
		createRecommendation: (viewer: Viewer, wish: CreateWish) => createRecommendation(world, viewer, wish),
		sendToReview: (viewer: Viewer, id: string) => sendToReview(world, viewer, id),
		withdrawRecommendation: (viewer: Viewer, id: string) => withdrawRecommendation(world, viewer, id),
		tableRecommendation: (viewer: Viewer, wish: { recommendationId: string; sessionId: string }) =>
			tableRecommendation(world, viewer, wish),
		/** For voting, inside the transaction that publishes a poll; see `actions/decideRecommendation.ts`. */
		decideRecommendation: (tx: Tx, decision: Decision) => decideRecommendation(world, tx, decision),
		recommendationsInRecord,
		/** For the demonstration, in the caller's transaction; see `actions/importRecommendation.ts`. */
		importRecommendation: (tx: Tx, imported: ImportedRecommendation) =>
			importRecommendation(world, tx, imported),
	};
}

/** For files of people: the network's recommendations by number, locked against steps of their own until the commit. */
export async function recommendationsInRecord(
	tx: Tx,
	networkId: string,
): Promise<ReadonlyMap<number, string>> {
	const rows = await tx.query<{ id: string; number: number }>(
		"select id, number from recommendation where network_id = $1 order by id for share",
		[networkId],
	);
	return new Map(rows.map(({ id, number }) => [number, id]));
}

/** [R2] SHA-256 of the text's UTF-8 bytes, in lower-case hex. */
function contentHash(text: string): string {
	return createHash("sha256").update(text, "utf8").digest("hex");
}
