import { Arg, Ctx, ID, Int, Mutation, Resolver, Root, Subscription } from "type-graphql";
import type { RequestContext } from "../../http/index.ts";
import { servedByLive } from "../../live/index.ts";
import { refusalOf } from "../../people/graphql/index.ts";
import type { Viewer } from "../../people/index.ts";
import type { LogSlice } from "../ports.ts";
import type { DraftingRooms } from "./DraftingRooms.ts";
import { OpenDraftPayload, PushDraftUpdatesPayload, SetDraftPresencePayload } from "./payloads.ts";
import { sentSlice } from "./sentSlice.ts";
import { UpdateBytes } from "./UpdateBytes.ts";
import { DraftPresenceView, DraftUpdatesView } from "./views.ts";

/** Writing together: updates and presence of a draft. */
@Resolver()
export class DraftLogResolver {
	constructor(private readonly rooms: DraftingRooms) {}

	@Mutation(() => OpenDraftPayload, {
		description: "Gives a tab its Yjs client id, before it hands anything in; other ids are refused.",
	})
	async openDraft(
		@Arg("draftId", () => ID, { description: "The draft." }) draftId: string,
		@Arg("heldClientIds", () => [Int], {
			nullable: true,
			description:
				"Ids under which this device has written what the server may not have: offline, or before the viewer signed in again. At most 100, as signed 32-bit numbers.",
		})
		heldClientIds: number[] | null,
		@Ctx() { viewer }: RequestContext<Viewer>,
	): Promise<OpenDraftPayload> {
		const wish = { draftId, heldClientIds: (heldClientIds ?? []).map((id) => id >>> 0) };
		const opened = await this.rooms.drafting.openDraft(viewer, wish);
		if (opened.refusal !== null)
			return { clientId: null, heldClientIds: [], refusal: refusalOf(opened.refusal) };
		return {
			clientId: opened.clientId | 0,
			heldClientIds: opened.heldClientIds.map((id) => id | 0),
			refusal: null,
		};
	}

	@Mutation(() => PushDraftUpdatesPayload, {
		description: "Stores what was written, all or none, and answers after the commit.",
	})
	async pushDraftUpdates(
		@Arg("draftId", () => ID, { description: "The draft." }) draftId: string,
		@Arg("pushId", () => ID, {
			description:
				"A UUID made for these updates. Sent again after a lost answer, they have no second effect.",
		})
		pushId: string,
		@Arg("updates", () => [UpdateBytes], { description: "In order; at most 500, and 256 kB together." })
		updates: Uint8Array[],
		@Ctx() { viewer }: RequestContext<Viewer>,
	): Promise<PushDraftUpdatesPayload> {
		const pushed = await this.rooms.drafting.pushDraftUpdates(viewer, { draftId, pushId, updates });
		if (pushed.refusal !== null) return { cursor: null, refusal: refusalOf(pushed.refusal) };
		return { cursor: pushed.cursor, refusal: null };
	}

	@Mutation(() => SetDraftPresencePayload, {
		description:
			"Tells the others that the viewer is at the draft, and where. To be repeated every 15 seconds.",
	})
	async setDraftPresence(
		@Arg("draftId", () => ID, { description: "The draft." }) draftId: string,
		@Arg("clientId", () => Int, { description: "The tab's Yjs client id that `openDraft` gave." })
		clientId: number,
		@Arg("cursor", () => String, {
			nullable: true,
			description: "JSON of Yjs relative positions {anchor, head}; null: here, without a caret.",
		})
		cursor: string | null,
		@Ctx() { viewer }: RequestContext<Viewer>,
	): Promise<SetDraftPresencePayload> {
		const wish = { draftId, clientId: clientId >>> 0, cursor: cursor ?? null };
		return { refusal: refusalOf(await this.rooms.drafting.setDraftPresence(viewer, wish)) };
	}

	@Subscription(() => DraftUpdatesView, {
		subscribe: servedByLive,
		description:
			"Everything written in a draft behind a cursor, without a gap; without a cursor, the whole text first.",
	})
	draftUpdates(
		@Arg("draftId", () => ID, { description: "The draft." }) _draftId: string,
		@Arg("after", () => String, {
			nullable: true,
			description: "The cursor up to which everything is known.",
		})
		_after: string | null,
		@Arg("mayDeflate", () => Boolean, {
			defaultValue: false,
			description: "Whether the reader can inflate: see `deflated`.",
		})
		mayDeflate: boolean,
		@Root() slice: LogSlice,
	): Promise<DraftUpdatesView> {
		return sentSlice(slice, mayDeflate);
	}

	@Subscription(() => DraftPresenceView, {
		subscribe: servedByLive,
		description: "Who is at a draft, now and whenever somebody comes, goes or moves.",
	})
	async draftPresence(
		@Arg("draftId", () => ID, { description: "The draft." }) draftId: string,
	): Promise<DraftPresenceView> {
		const writers = await this.rooms.drafting.writersOf(draftId);
		return { draftId, writers: writers.map((writer) => ({ ...writer, clientId: writer.clientId | 0 })) };
	}
}
