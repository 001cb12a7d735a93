import type { RefusalCode } from "@crossroads/shared";
import type { Viewer } from "../../people/index.ts";
import { isClientId, mostClientIds, mostHeldIds, unusedIdLasts } from "../domain/clientIds.ts";
import type { DraftingWorld } from "./DraftingWorld.ts";
import { refusalOfWriter } from "./refusalOfWriter.ts";

/** What a browser asks for when a tab opens a draft. */
export interface OpenWish {
	readonly draftId: string;
	/** Client ids under which this device holds words that the server may not have. */
	readonly heldClientIds: readonly number[];
}

/** Client ids that are bound to the viewer's sign-in now. */
export type Opened =
	| { readonly refusal: null; readonly clientId: number; readonly heldClientIds: readonly number[] }
	| { readonly refusal: RefusalCode };

/**
 * Gives the viewer's tab a client id of its own to write under, and binds to this sign-in those that the device wrote
 * under before, so that words typed offline, or under a sign-in that is over, can still be handed in [D11]. What
 * belongs to somebody else is not among those given back.
 */
export async function openDraft(world: DraftingWorld, viewer: Viewer, wish: OpenWish): Promise<Opened> {
	const { draftId } = wish;
	const { personId, signInId } = viewer;
	if (personId === null) return { refusal: "not-signed-in" };
	const refusal = await refusalOfWriter(world, viewer, draftId);
	if (refusal) return { refusal };
	const asked = [...new Set(wish.heldClientIds)];
	if (asked.length > mostHeldIds || !asked.every(isClientId)) return { refusal: "invalid-input" };
	await world.clientIds.forgetUnused(draftId, personId, new Date(world.clock().getTime() - unusedIdLasts));
	const writer = { personId, signInId };
	const heldClientIds =
		asked.length > 0 ? await world.clientIds.hold(draftId, writer, asked, mostClientIds) : [];
	const clientId = await world.clientIds.give(draftId, writer, mostClientIds);
	return clientId === null ? { refusal: "too-many-attempts" } : { refusal: null, clientId, heldClientIds };
}
