import { GraphQLError } from "graphql";
import type { Entrance, StreamDefinition } from "../../../live/index.ts";
import { may, nobody, type RoleHeld, type Viewer } from "../../../people/index.ts";
import type { ProgrammeRoom, SessionRow } from "../../index.ts";
import { readableSession } from "./readableSession.ts";

/** How the room's subscription fields are entered and on which news they move [A13]. */
export function programmeStreams({
	programme,
}: {
	readonly programme: ProgrammeRoom;
}): Record<string, StreamDefinition<Viewer>> {
	return {
		session: {
			kind: "state",
			async enter({ id }: { id: string }, viewer: Viewer) {
				const session = await enterSession(programme, viewer, id);
				return { topics: [`session:${session.id}`], ...sharedView(viewer, session) };
			},
		},
		presence: {
			kind: "state",
			async enter({ sessionId }: { sessionId: string }, viewer: Viewer) {
				const session = await enterSession(programme, viewer, sessionId);
				const roles = [onlooker(session)];
				return { topics: [`presence:${session.id}`], scope: "presence", viewer: { ...viewer, roles } };
			},
		},
		screen: {
			kind: "state",
			async enter({ sessionId }: { sessionId: string }) {
				const session = await programme.shelf.session(sessionId);
				if (!session) throw refused("NOT_FOUND");
				const topics = [`session:${session.id}`, `presence:${session.id}`];
				return { topics, scope: "public", viewer: nobody };
			},
		},
	};
}

async function enterSession(programme: ProgrammeRoom, viewer: Viewer, id: string): Promise<SessionRow> {
	if (!viewer.personId) throw refused("UNAUTHENTICATED");
	const session = await readableSession(programme, viewer, id);
	if (!session) throw refused("NOT_FOUND");
	return session;
}

/**
 * The roles with which everybody of one scope sees a session: whether they run it, and whether they may write drafts
 * of its network. Nothing else of a viewer's roles counts in a stream, so everybody shares one of four answers. None
 * of these roles reaches another session: who may read this one may not therefore read that one.
 */
export function sharedView(viewer: Viewer, session: SessionRow): Pick<Entrance<Viewer>, "scope" | "viewer"> {
	const runs = may(viewer, "session:run", { ...session, sessionId: session.id });
	const writes = may(viewer, "draft:write", session);
	const roles = [
		onlooker(session),
		...(runs ? [{ ...roleIn(session, "FACILITATOR"), sessionId: session.id }] : []),
		...(writes ? [roleIn(session, "PANEL_MEMBER")] : []),
	];
	const scope = `session-${runs ? "runner" : "member"}${writes ? "-writer" : ""}`;
	return { scope, viewer: { ...viewer, roles } };
}

/** Who may read this session and no other. */
function onlooker(session: SessionRow): RoleHeld {
	return { ...roleIn(session, "OBSERVER"), sessionId: session.id };
}

function roleIn({ networkId }: SessionRow, role: RoleHeld["role"]): RoleHeld {
	return { role, networkId, partnerId: null, eventId: null, sessionId: null };
}

function refused(code: "NOT_FOUND" | "UNAUTHENTICATED"): GraphQLError {
	const message = code === "NOT_FOUND" ? "There is no such session for you." : "Sign in first.";
	return new GraphQLError(message, { extensions: { code } });
}
