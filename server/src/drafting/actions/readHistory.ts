import type { AuthorRun, DraftDocument } from "@crossroads/shared";
import { writeCursor } from "../domain/cursor.ts";
import type { Moment } from "../domain/moments.ts";
import type { DraftingWorld } from "./DraftingWorld.ts";
import { withinTime } from "./withinTime.ts";

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

/**
 * The text as it was at a cursor, in shape, and who wrote which characters; null: there was no such moment. Throws
 * `TextTooCostly` [D15].
 */
export async function readDraftThen(
	world: Pick<DraftingWorld, "history" | "texts" | "clientIds" | "costly" | "clock" | "warn">,
	draftId: string,
	cursor: string,
): Promise<DraftThen | null> {
	const then = await world.history.at(draftId, cursor);
	if (!then) return null;
	const authors = await world.clientIds.authors(draftId);
	const read = () => world.texts.readAuthored(then.updates, authors);
	return { at: then.at, ...(await withinTime(world, { draftId, isPast: true }, read)) };
}
