import type { DraftDocument } from "@crossroads/shared";
import type { Tx } from "../ports.ts";
import type { DraftingWorld } from "./DraftingWorld.ts";

/** Makes the draft of a recommendation in the caller's transaction, with a first text where one is given. */
export async function beginDraft(
	{ log, texts }: Pick<DraftingWorld, "log" | "texts">,
	tx: Tx,
	draft: { recommendationId: string; language: string; document?: DraftDocument },
): Promise<void> {
	const { recommendationId, language, document } = draft;
	await log.open(tx, { recommendationId, language, first: document ? texts.write(document) : null });
}
