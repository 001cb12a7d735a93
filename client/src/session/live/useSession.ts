import { useApolloClient, useQuery } from "@apollo/client/react";
import { useEffect, useRef } from "react";
import { type LiveQuery, useLiveQuery, useOnReturn } from "../../apollo/index.ts";
import {
	MayAdvanceInSessionDocument,
	PresenceNewsDocument,
	PresenceOnScreenDocument,
	type PresenceOnScreenQuery,
	SessionNewsDocument,
	SessionOnScreenDocument,
	type SessionOnScreenQuery,
	type ViewerInSessionFragment,
	ViewerInSessionOnScreenDocument,
} from "../../gql/graphql.ts";
import type { LiveSession } from "./views.ts";

/** A session live: agenda, floor, polls. `data.session` is null when it does not exist or may not be seen. */
export function useSession(id: string): LiveQuery<SessionOnScreenQuery> {
	return useLiveQuery(SessionOnScreenDocument, SessionNewsDocument, { id });
}

/** Asks the server for a session as it is now, past the cache; the screens follow. Rejects when no answer came. */
export function useReadSession(id: string): () => Promise<unknown> {
	const client = useApolloClient();
	return () =>
		client.query({ query: SessionOnScreenDocument, variables: { id }, fetchPolicy: "network-only" });
}

/** Who is checked in, live, by city and by group. */
export function usePresence(sessionId: string): LiveQuery<PresenceOnScreenQuery> {
	return useLiveQuery(PresenceOnScreenDocument, PresenceNewsDocument, { sessionId });
}

/**
 * What the session means to the viewer. Not part of the shared live group: asked at arrival, after every step of the
 * agenda or of a poll (`when`), after a broken connection, and once each time the device wakes up.
 */
export function useViewerInSession(id: string, when: string): ViewerInSessionFragment | null {
	const { data, refetch } = useQuery(ViewerInSessionOnScreenDocument, {
		variables: { id },
		fetchPolicy: "cache-and-network",
	});
	const again = () => void refetch().catch(() => {});
	useOnReturn(again);
	// biome-ignore lint/correctness/useExhaustiveDependencies: asked once for each step
	useEffect(() => {
		if (data) again();
	}, [when]);
	return data?.session ?? null;
}

/**
 * Which of the agenda's recommendations the viewer may send to review; null until it is known. Asked at arrival and
 * when the agenda names another recommendation; of one that is not answered for yet: no.
 */
export function useMayAdvance(session: LiveSession): ((recommendationId: string) => boolean) | null {
	const { data, error, refetch } = useQuery(MayAdvanceInSessionDocument, {
		variables: { id: session.id },
		fetchPolicy: "no-cache",
	});
	const named = session.agenda.map(({ recommendation }) => recommendation?.id ?? "").join(" ");
	const asked = useRef(named);
	useEffect(() => {
		if (asked.current === named) return;
		asked.current = named;
		refetch().catch(() => {});
	}, [named, refetch]);
	if (!data) return error ? () => false : null;
	return (id) =>
		data.session?.agenda.some(
			({ recommendation }) => recommendation?.id === id && recommendation.viewerMayAdvance,
		) ?? false;
}
