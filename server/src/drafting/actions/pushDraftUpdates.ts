import { isUuid, type RefusalCode } from "@crossroads/shared";
import { may, type Viewer } from "../../people/index.ts";
import { isWritable, refusalOfSize } from "../domain/pushRules.ts";
import type { Pushed } from "../ports.ts";
import type { DraftingWorld } from "./DraftingWorld.ts";

/** What a browser hands in. */
export interface PushWish {
	readonly draftId: string;
	/** A UUID that the browser made for these updates; handed in again after a lost answer, it has no second effect. */
	readonly pushId: string;
	readonly updates: readonly Uint8Array[];
}

/**
 * Stores updates of a draft, all or none, and answers after the commit [D1]. The updates are looked at before anything
 * is stored [D6, D7]; who may write is decided before that, whether the draft may still be written at all inside the
 * transaction [D5]. A fault (the database is away) is thrown: nothing is stored then.
 */
export async function pushDraftUpdates(
	world: DraftingWorld,
	viewer: Viewer,
	wish: PushWish,
): Promise<Pushed> {
	const { personId } = viewer;
	if (personId === null) return { refusal: "not-signed-in" };
	const refusal = (await refusalOfWriter(world, viewer, wish.draftId)) ?? refusalOfContent(world, wish);
	if (refusal) return { refusal };
	const admit = (draft: Parameters<typeof isWritable>[0]) =>
		isWritable(draft) ? null : "draft-is-read-only";
	return world.log.append({ ...wish, personId, at: world.clock(), admit });
}

/** Why the viewer may not write in the draft; to those who may not even read it, it does not exist. */
export async function refusalOfWriter(
	world: Pick<DraftingWorld, "networkOf">,
	viewer: Viewer,
	draftId: string,
): Promise<RefusalCode | null> {
	const networkId = await world.networkOf(draftId);
	if (networkId === null || !may(viewer, "draft:read", { networkId })) return "not-found";
	return may(viewer, "draft:write", { networkId }) ? null : "not-allowed";
}

function refusalOfContent({ texts }: DraftingWorld, { pushId, updates }: PushWish): RefusalCode | null {
	if (!isUuid(pushId)) return "invalid-input";
	return (
		refusalOfSize(updates) ?? (updates.every((update) => texts.isSound(update)) ? null : "update-invalid")
	);
}
