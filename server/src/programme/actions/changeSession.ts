import { RefusalCode } from "@crossroads/shared";
import { type Action, may, type Viewer } from "../../people/index.ts";
import type { LockedSession, SessionDesk, SessionRow } from "../ports.ts";

/** What the actions in a session need of the world. */
export interface SessionWorld {
	readonly desk: SessionDesk;
	readonly clock: () => Date;
	/** Tells everybody who looks at the topic; called after the commit only. */
	readonly announce: (topic: string) => void;
}

/** One change of a session, as an action describes it. */
export interface SessionChange {
	readonly sessionId: string;
	/** What the viewer must be allowed to do there. */
	readonly action: Extract<Action, "session:run" | "session:attend">;
	/** What to announce besides the session itself. */
	readonly alsoAnnounce?: readonly string[];
	/** Announce only `alsoAnnounce`. */
	readonly isQuiet?: boolean;
	/** A recommendation that the change names. */
	readonly recommendationId?: string | null;
	/** Decides and writes under the session's lock; null: done. A refusal must come before anything is written. */
	apply(
		session: LockedSession,
		personId: string,
		at: Date,
		networkOfRecommendation: string | null,
	): Promise<RefusalCode | null>;
}

/**
 * [A1] The way of every action in a session: lock it, check the viewer's roles, decide, write, raise the version,
 * commit, announce. A session that the viewer may not even see is answered like one that does not exist.
 */
export async function changeSession(
	{ desk, clock, announce }: SessionWorld,
	viewer: Viewer,
	change: SessionChange,
): Promise<RefusalCode | null> {
	const { sessionId, recommendationId } = change;
	const { personId } = viewer;
	if (!personId) return RefusalCode.NOT_SIGNED_IN;
	const refusal = await desk.inSession(
		sessionId,
		async (session, networkOfRecommendation) => {
			const refused = refusalFor(viewer, change.action, session.facts);
			if (refused) return { refused };
			const outcome = await change.apply(session, personId, clock(), networkOfRecommendation);
			if (outcome === null) await session.raiseVersion();
			return { refused: outcome };
		},
		recommendationId,
	);
	if (!refusal) return RefusalCode.NOT_FOUND;
	if (refusal.refused === null) announceChange(announce, change);
	return refusal.refused;
}

function refusalFor(viewer: Viewer, action: Action, facts: SessionRow): RefusalCode | null {
	const subject = { ...facts, sessionId: facts.id };
	if (!may(viewer, "session:read", subject)) return RefusalCode.NOT_FOUND;
	return may(viewer, action, subject) ? null : RefusalCode.NOT_ALLOWED;
}

function announceChange(announce: SessionWorld["announce"], change: SessionChange): void {
	const topics = change.isQuiet ? [] : [`session:${change.sessionId}`];
	for (const topic of [...topics, ...(change.alsoAnnounce ?? [])]) announce(topic);
}
