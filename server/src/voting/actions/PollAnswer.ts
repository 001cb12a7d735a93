import type { RefusalCode } from "@crossroads/shared";
import { may, type Viewer } from "../../people/index.ts";
import type { PlacedPoll, PollPlace, PollReads } from "../ports.ts";

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

/** [V17] Who may not see the poll learns nothing of it, not even that it is closed. */
export async function refusalShownTo(
	viewer: Viewer,
	reads: Pick<PollReads, "poll">,
	pollId: string,
	code: RefusalCode,
): Promise<RefusalCode> {
	const poll = await reads.poll(pollId);
	return poll !== null && may(viewer, "session:read", poll) ? code : "not-found";
}
