import type { RefusalCode } from "@crossroads/shared";
import { may, type Viewer } from "../../people/index.ts";
import type { DraftingWorld } from "./DraftingWorld.ts";

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
