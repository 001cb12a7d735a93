import type { RefusalCode } from "@crossroads/shared";
import { may, type Viewer } from "../../people/index.ts";
import type { PlacedPoll, PollPlace } from "../ports.ts";

/** What an action on a poll gives: its id, or why nothing was done. */
export type PollAnswer =
	| { readonly pollId: string; readonly refusal: null }
	| { readonly refusal: RefusalCode };

/** [V17] Why the viewer may not run polls there; null: may. What may not even be seen is not found. */
export function refusalToRun(viewer: Viewer, place: PollPlace | null): RefusalCode | null {
	if (!viewer.personId) return "not-signed-in";
	if (!place || !may(viewer, "session:read", place)) return "not-found";
	return may(viewer, "poll:run", place) ? null : "not-allowed";
}

/** Those who watch the poll, and those who watch its session. */
export function topicsOf({ id, sessionId }: Pick<PlacedPoll, "id" | "sessionId">): string[] {
	return [`poll:${id}`, `session:${sessionId}`];
}
