import { GraphQLError } from "graphql";
import type { LogEvent, StreamDefinition } from "../../live/index.ts";
import { may, nobody, type Viewer } from "../../people/index.ts";
import type { DraftingRooms } from "./DraftingRooms.ts";

interface OfDraft {
	readonly draftId: string;
}

/** The subscriptions of this room: the same answer for everybody who may read the draft. */
export function draftingStreams({
	drafting,
}: Pick<DraftingRooms, "drafting">): Record<string, StreamDefinition<Viewer>> {
	const enter =
		(topic: string) =>
		async ({ draftId }: OfDraft, viewer: Viewer) => {
			const networkId = await drafting.networkOf(draftId);
			if (networkId === null || !may(viewer, "draft:read", { networkId })) throw noSuchDraft();
			return { topics: [`${topic}:${draftId}`], scope: "draft-reader", viewer: nobody };
		};
	return {
		draftUpdates: {
			kind: "log",
			enter: enter("draft"),
			async read({ draftId }: OfDraft, after: string | null) {
				const slice = await drafting.readLog(draftId, after);
				if (!slice) throw noSuchDraft();
				const events: LogEvent[] = [{ cursor: slice.cursor, payload: slice }];
				return { events: slice.cursor === after ? [] : events };
			},
		},
		draftPresence: { kind: "state", enter: enter("draft-presence") },
	};
}

function noSuchDraft(): GraphQLError {
	return new GraphQLError("There is no such draft.", { extensions: { code: "NOT_FOUND" } });
}
