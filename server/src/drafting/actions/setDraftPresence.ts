import type { RefusalCode } from "@crossroads/shared";
import type { Viewer } from "../../people/index.ts";
import { isCaretPosition } from "../domain/caretPosition.ts";
import { colourOf } from "../domain/colourOf.ts";
import type { Writer } from "../domain/WriterBoard.ts";
import type { DraftingWorld } from "./DraftingWorld.ts";
import { refusalOfWriter } from "./pushDraftUpdates.ts";

/** Tabs of one person at one draft, at most. */
const mostTabs = 10;

/** Where somebody is in a draft. */
export interface PresenceWish {
	readonly draftId: string;
	readonly clientId: number;
	readonly cursor: string | null;
}

/**
 * Notes that the viewer is at the draft, for those who write there [D8]. Who they are comes from the server; a client
 * id that somebody else holds is refused, so that nobody moves another's cursor. Kept in memory, for 30 seconds.
 */
export async function setDraftPresence(
	world: DraftingWorld,
	viewer: Viewer,
	wish: PresenceWish,
): Promise<RefusalCode | null> {
	const { draftId, clientId, cursor } = wish;
	const { personId } = viewer;
	if (personId === null) return "not-signed-in";
	const refusal = await refusalOfWriter(world, viewer, draftId);
	if (refusal) return refusal;
	if (cursor !== null && !isCaretPosition(cursor)) return "invalid-input";
	const known = world.board.find(draftId, clientId, world.clock().getTime());
	if (known && known.personId !== personId) return "not-allowed";
	if (!known && world.board.tabsOf(draftId, personId, world.clock().getTime()) >= mostTabs)
		return "not-allowed";
	const writer = known ?? (await newWriter(world, viewer, personId, wish));
	if (!writer) return "not-found";
	if (world.board.note(draftId, { ...writer, cursor }, world.clock().getTime()))
		world.announcePresence(draftId);
	return null;
}

async function newWriter(
	world: DraftingWorld,
	viewer: Viewer,
	personId: string,
	{ draftId, clientId, cursor }: PresenceWish,
): Promise<Writer | null> {
	const networkId = await world.networkOf(draftId);
	const partner = viewer.roles.find((held) => held.networkId === networkId && held.partnerId !== null);
	const identity = await world.identityOf(personId, partner?.partnerId ?? null);
	return identity && { ...identity, clientId, personId, colour: colourOf(personId), cursor };
}
