import { randomUUID } from "node:crypto";
import type { DraftDocument } from "@crossroads/shared";
import type { Viewer } from "../../people/index.ts";
import type { Pushed } from "../ports.ts";
import type { DraftingWorld } from "./DraftingWorld.ts";
import { openDraft } from "./openDraft.ts";
import { pushDraftUpdates } from "./pushDraftUpdates.ts";
import { readDraftThen } from "./readHistory.ts";
import { withinTime } from "./withinTime.ts";

/**
 * Makes the text what it was at a cursor, as a new edit of the viewer: nothing is taken back, blocks that are equal
 * stay untouched, and what others write meanwhile is merged with it. The edit goes the way of every other, with a
 * client id given for it alone.
 */
export async function restoreDraft(
	world: DraftingWorld,
	viewer: Viewer,
	wish: { readonly draftId: string; readonly cursor: string },
): Promise<Pushed> {
	const { draftId, cursor } = wish;
	const opened = await openDraft(world, viewer, { draftId, heldClientIds: [] });
	if (opened.refusal !== null) return opened;
	const then = await readDraftThen(world, draftId, cursor);
	if (!then) return { refusal: "not-found" };
	const update = await edit(world, draftId, then.document, opened.clientId);
	if (update === null) return { refusal: null, cursor };
	return pushDraftUpdates(world, viewer, { draftId, pushId: randomUUID(), updates: [update] });
}

async function edit(
	world: DraftingWorld,
	draftId: string,
	document: DraftDocument,
	clientId: number,
): Promise<Uint8Array | null> {
	const [now] = await world.log.load([draftId]);
	return withinTime(world, { draftId }, () => world.texts.rewrite(now?.updates ?? [], document, clientId));
}
