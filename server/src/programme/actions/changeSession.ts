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
	/** Whose streams move after the commit; left out: the session's alone. */
	readonly announces?: readonly ("session" | "presence")[];
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
	const { sessionId, recommendationId, announces = ["session"] } = change;
	const { personId } = viewer;
	if (!personId) return RefusalCode.NOT_SIGNED_IN;
	const outcome = await desk.inSession(
		sessionId,
		async (session, networkOfRecommendation) => {
			const { id } = session.facts;
			const unfit = refusalFor(viewer, change.action, session.facts);
			if (unfit) return { id, refused: unfit };
			const refused = await change.apply(session, personId, clock(), networkOfRecommendation);
			if (refused === null) await session.raiseVersion();
			return { id, refused };
		},
		recommendationId,
	);
	if (!outcome) return RefusalCode.NOT_FOUND;
	// By the id in the record: the caller's may be written in capitals, and a topic nobody watches tells nobody.
	if (outcome.refused === null) for (const topic of announces) announce(`${topic}:${outcome.id}`);
	return outcome.refused;
}

function refusalFor(viewer: Viewer, action: Action, facts: SessionRow): RefusalCode | null {
	const subject = { ...facts, sessionId: facts.id };
	if (!may(viewer, "session:read", subject)) return RefusalCode.NOT_FOUND;
	return may(viewer, action, subject) ? null : RefusalCode.NOT_ALLOWED;
}
