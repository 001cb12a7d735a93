import type { RefusalCode } from "@crossroads/shared";
import type { Viewer } from "../../people/index.ts";
import { isCaretPosition } from "../domain/caretPosition.ts";
import { colourOf } from "../domain/colourOf.ts";
import type { Writer } from "../domain/WriterBoard.ts";
import type { DraftingWorld } from "./DraftingWorld.ts";
import { refusalOfWriter } from "./refusalOfWriter.ts";

/** Tabs of one person at one draft, at most. */
const mostTabs = 10;

/** Where somebody is in a draft. */
export interface PresenceWish {
	readonly draftId: string;
	readonly clientId: number;
	readonly cursor: string | null;
}

/**
 * Notes that the viewer is at the draft, for those who write there [D8]. Who they are comes from the server, and the
 * client id must be one that they were given, so that nobody shows as somebody else or moves another's cursor. Kept
 * for 30 seconds.
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
	const known = world.presence.find(draftId, clientId);
	const isTheirs = known
		? known.personId === personId
		: await world.clientIds.isOf(draftId, personId, clientId);
	if (!isTheirs) return "client-id-not-yours";
	if (!known && (await tabsOf(world, draftId, personId)) >= mostTabs) return "not-allowed";
	const writer = known ?? (await newWriter(world, viewer, personId, wish));
	if (!writer) return "not-found";
	if (await world.presence.note(draftId, { ...writer, cursor })) world.announcePresence(draftId);
	return null;
}

async function tabsOf({ presence }: DraftingWorld, draftId: string, personId: string): Promise<number> {
	return (await presence.writersOf(draftId)).filter((writer) => writer.personId === personId).length;
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
