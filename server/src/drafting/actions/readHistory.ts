import { type AuthorRun, authoredDocument, type DraftDocument } from "@crossroads/shared";
import { writeCursor } from "../domain/cursor.ts";
import type { Moment } from "../domain/moments.ts";
import type { DraftingWorld } from "./DraftingWorld.ts";

/** A page of a draft's history. */
export interface HistoryPage {
	/** The newest first. */
	readonly moments: readonly (Moment & { readonly cursor: string })[];
	/** What to ask for the next page with; null: this was the oldest. */
	readonly older: string | null;
}

/** What a draft was at a moment. */
export interface DraftThen {
	readonly at: Date;
	readonly document: DraftDocument;
	/** Over all characters of its text nodes; the authors are persons, null: brought in from outside. */
	readonly runs: readonly AuthorRun[];
}

const mostMoments = 200;

/** The moments in which somebody wrote, page by page. `before` is a page's `older`; anything else gives nothing. */
export async function readHistory(
	{ history }: Pick<DraftingWorld, "history">,
	draftId: string,
	page: { first: number; before: string | null },
): Promise<HistoryPage> {
	const before = page.before === null ? null : Number(page.before);
	if (before !== null && !Number.isSafeInteger(before)) return { moments: [], older: null };
	const first = Math.min(Math.max(page.first, 0), mostMoments);
	const { moments, hasMore } = await history.moments(draftId, first, before);
	const oldest = moments.at(-1);
	return {
		moments: moments.map((moment) => ({ ...moment, cursor: writeCursor(moment) })),
		older: hasMore && oldest ? String(oldest.firstSeq) : null,
	};
}

/** The text as it was at a cursor, in shape, and who wrote which characters; null: there was no such moment. */
export async function readDraftThen(
	{ history, texts, clientIds }: Pick<DraftingWorld, "history" | "texts" | "clientIds">,
	draftId: string,
	cursor: string,
): Promise<DraftThen | null> {
	const then = await history.at(draftId, cursor);
	if (!then) return null;
	const [json, authors] = await Promise.all([texts.readAuthored(then.updates), clientIds.authors(draftId)]);
	const personOf = (author: string) => authors.get(Number(author)) ?? null;
	return { at: then.at, ...authoredDocument(json, personOf) };
}
