import { GraphQLError } from "graphql";
import { may, type Viewer } from "../../people/index.ts";
import type { PollPlace } from "../ports.ts";

/** Whether the viewer may see polls held there. */
export function maySeePolls(viewer: Viewer, { sessionId, eventId, networkId }: PollPlace): boolean {
	return may(viewer, "session:read", { sessionId, eventId, networkId });
}

/** Whether the viewer runs polls there, and so sees results before they are published. */
export function isRunner(viewer: Viewer, { sessionId, eventId, networkId }: PollPlace): boolean {
	return may(viewer, "poll:run", { sessionId, eventId, networkId });
}

/** The error where a poll may not be entered: the same for what does not exist and what may not be seen. */
export function refusedEntrance(viewer: Viewer): GraphQLError {
	return viewer.personId
		? new GraphQLError("There is no such poll for you.", { extensions: { code: "NOT_FOUND" } })
		: new GraphQLError("Sign in first.", { extensions: { code: "UNAUTHENTICATED" } });
}
