import { may, type Viewer } from "../../../people/index.ts";
import type { ProgrammeRoom, SessionRow } from "../../index.ts";

/** The session, if the viewer may read it; null for one that does not exist or may not be seen. */
export async function readableSession(
	{ shelf }: ProgrammeRoom,
	viewer: Viewer,
	sessionId: string,
): Promise<SessionRow | null> {
	const session = await shelf.session(sessionId);
	return session && may(viewer, "session:read", { ...session, sessionId: session.id }) ? session : null;
}
