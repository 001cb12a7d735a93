import { TextTooCostly } from "../domain/TextTooCostly.ts";
import type { DraftingWorld } from "./DraftingWorld.ts";

/**
 * [D15] Work on the whole text of a draft that somebody waits for. Throws `TextTooCostly` when it takes longer than a
 * text may, and without trying for a minute after that.
 */
export async function withinTime<T>(
	{ costly, clock, warn }: Pick<DraftingWorld, "costly" | "clock" | "warn">,
	draftId: string,
	work: () => Promise<T>,
): Promise<T> {
	if (costly.has(draftId, clock().getTime())) throw new TextTooCostly("Its text took too long a moment ago.");
	try {
		return await work();
	} catch (fault) {
		if (fault instanceof TextTooCostly) {
			costly.note(draftId, clock().getTime());
			warn({ draftId }, "The text of a draft takes too long to read; it is left alone for a minute.");
		}
		throw fault;
	}
}
