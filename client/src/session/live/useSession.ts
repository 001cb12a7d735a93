import { useQuery } from "@apollo/client/react";
import { useEffect } from "react";
import { type LiveQuery, useLiveQuery, useOnReconnect } from "../../apollo/index.ts";
import {
	PresenceNewsDocument,
	PresenceOnScreenDocument,
	type PresenceOnScreenQuery,
	SessionNewsDocument,
	SessionOnScreenDocument,
	type SessionOnScreenQuery,
	type ViewerInSessionFragment,
	ViewerInSessionOnScreenDocument,
} from "../../gql/graphql.ts";

/** A session live: agenda, floor, polls. `data.session` is null when it does not exist or may not be seen. */
export function useSession(id: string): LiveQuery<SessionOnScreenQuery> {
	return useLiveQuery(SessionOnScreenDocument, SessionNewsDocument, { id });
}

/** Who is checked in, live, by city and by group. */
export function usePresence(sessionId: string): LiveQuery<PresenceOnScreenQuery> {
	return useLiveQuery(PresenceOnScreenDocument, PresenceNewsDocument, { sessionId });
}

/**
 * What the session means to the viewer. Not part of the shared live group: asked at arrival, after every step of the
 * agenda or of a poll (`when`), after a broken connection and when a phone wakes up.
 */
export function useViewerInSession(id: string, when: string): ViewerInSessionFragment | null {
	const { data, refetch } = useQuery(ViewerInSessionOnScreenDocument, {
		variables: { id },
		fetchPolicy: "cache-and-network",
	});
	const again = () => void refetch().catch(() => {});
	useOnReconnect(again);
	// biome-ignore lint/correctness/useExhaustiveDependencies: asked once for each step
	useEffect(() => {
		if (data) again();
	}, [when]);
	return data?.session ?? null;
}
