import type { DraftDocument } from "@crossroads/shared";
import type { Recommendation, RecommendationsWorld, Tx } from "../ports.ts";

/** A recommendation that comes from a file, not from a writer. */
export interface ImportedRecommendation {
	readonly networkId: string;
	readonly themeId: string;
	readonly title: string;
	readonly language: string;
	readonly document: DraftDocument;
	/** Default REVIEW: ready to be tabled. */
	readonly state?: "DRAFT" | "REVIEW";
	readonly initiativeIds?: readonly string[];
	readonly findingIds?: readonly string[];
	readonly isDemonstration?: boolean;
	/** Who is named in its history; null: nobody. */
	readonly personId?: string | null;
}

/**
 * Writes a recommendation with its draft, history and basis inside the caller's transaction, without asking who may.
 * Not idempotent: the caller imports into a network that has none. Throws when the theme is not of the network.
 */
export async function importRecommendation(
	world: Pick<RecommendationsWorld, "book" | "drafts" | "clock">,
	tx: Tx,
	imported: ImportedRecommendation,
): Promise<Recommendation> {
	const { networkId, themeId, title, language, document, state = "REVIEW", personId = null } = imported;
	const at = world.clock();
	const isDemonstration = imported.isDemonstration ?? false;
	const made = await world.book.add(tx, { networkId, themeId, title, language, state, isDemonstration, at });
	if (!made) throw new Error(`The theme ${themeId} does not belong to the network ${networkId}.`);
	await world.drafts.open(tx, { recommendationId: made.id, language, document });
	await world.book.rest(tx, basesOf(made.id, imported));
	const step = { recommendationId: made.id, at, personId, versionId: null, pollId: null };
	await world.book.record(tx, { ...step, from: null, to: "DRAFT" });
	if (state === "REVIEW") await world.book.record(tx, { ...step, from: "DRAFT", to: "REVIEW" });
	return made;
}

function basesOf(recommendationId: string, { initiativeIds = [], findingIds = [] }: ImportedRecommendation) {
	return [
		...initiativeIds.map((initiativeId) => ({ recommendationId, initiativeId, findingId: null })),
		...findingIds.map((findingId) => ({ recommendationId, initiativeId: null, findingId })),
	];
}
