import type { DraftDocument } from "@crossroads/shared";
import type { LoadedDraft } from "../ports.ts";
import type { DraftingWorld } from "./DraftingWorld.ts";
import { withinTime } from "./withinTime.ts";

/**
 * The text of a loaded draft, reduced to what a draft may contain [D9]; what was left out is logged by kind and
 * count, never by content. Throws `TextTooCostly` [D15].
 */
export async function readDraft(
	world: Pick<DraftingWorld, "texts" | "warn" | "costly" | "clock">,
	draft: LoadedDraft,
): Promise<DraftDocument> {
	const { document, dropped } = await withinTime(world, { draftId: draft.id }, () =>
		world.texts.read(draft.updates),
	);
	if (Object.keys(dropped).length > 0)
		world.warn(
			{ draftId: draft.id, seq: draft.seq, dropped },
			"A draft holds what no draft may contain; it was left out.",
		);
	return document;
}
