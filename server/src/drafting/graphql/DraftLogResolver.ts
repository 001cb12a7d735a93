import { Arg, Ctx, ID, Int, Mutation, Resolver, Root, Subscription } from "type-graphql";
import type { RequestContext } from "../../http/index.ts";
import { servedByLive } from "../../live/index.ts";
import { refusalOf } from "../../people/graphql/index.ts";
import type { Viewer } from "../../people/index.ts";
import type { LogSlice } from "../ports.ts";
import type { DraftingRooms } from "./DraftingRooms.ts";
import { PushDraftUpdatesPayload, SetDraftPresencePayload } from "./payloads.ts";
import { UpdateBytes } from "./UpdateBytes.ts";
import { DraftPresenceView, DraftUpdatesView } from "./views.ts";

/** Writing together: updates and presence of a draft. */
@Resolver()
export class DraftLogResolver {
	constructor(private readonly rooms: DraftingRooms) {}

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
		@Arg("clientId", () => Int, { description: "The tab's Yjs client id, as a signed 32-bit number." })
		clientId: number,
		@Arg("cursor", () => String, {
			nullable: true,
			description: "JSON of Yjs relative positions {anchor, head}; null: here, without a caret.",
		})
		cursor: string | null,
		@Ctx() { viewer }: RequestContext<Viewer>,
	): Promise<SetDraftPresencePayload> {
		const wish = { draftId, clientId, cursor: cursor ?? null };
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
		@Root() slice: LogSlice,
	): LogSlice {
		return slice;
	}

	@Subscription(() => DraftPresenceView, {
		subscribe: servedByLive,
		description: "Who is at a draft, now and whenever somebody comes, goes or moves.",
	})
	draftPresence(@Arg("draftId", () => ID, { description: "The draft." }) draftId: string): DraftPresenceView {
		return { draftId, writers: this.rooms.drafting.writersOf(draftId) };
	}
}
