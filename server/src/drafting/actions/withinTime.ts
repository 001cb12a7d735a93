import { TextTooCostly } from "../domain/TextTooCostly.ts";
import type { DraftingWorld } from "./DraftingWorld.ts";

/**
 * [D15] Work on the whole text of a draft, as it is or as it was. Throws `TextTooCostly` when it takes longer than a
 * text may, and without trying for a minute after that. What a draft was may be dearer than what it is, and keeps
 * nobody from that.
 */
export async function withinTime<T>(
	{ costly, clock, warn }: Pick<DraftingWorld, "costly" | "clock" | "warn">,
	{ draftId, isPast = false }: { draftId: string; isPast?: boolean },
	work: () => Promise<T>,
): Promise<T> {
	const text = isPast ? `${draftId}, as it was` : draftId;
	if (costly.has(text, clock().getTime())) throw new TextTooCostly("Its text took too long a moment ago.");
	try {
		return await work();
	} catch (fault) {
		if (fault instanceof TextTooCostly) {
			costly.note(text, clock().getTime());
			warn({ draftId, isPast }, "The text of a draft takes too long to read; it is left alone for a minute.");
		}
		throw fault;
	}
}
