import type { ErrorLike, OperationVariables, TypedDocumentNode } from "@apollo/client";
import { skipToken, useQuery, useSubscription } from "@apollo/client/react";
import { useEffect, useRef } from "react";
import { useConnection } from "./useConnection.ts";

export interface LiveQuery<Data> {
	data: Data | undefined;
	loading: boolean;
	error: ErrorLike | undefined;
	/** Asks again, past the cache. */
	refetch(): void;
}

const RESUBSCRIBE_AFTER_MS = 4_000;

/**
 * What a query shows, kept up to date by a State subscription of the same fields: both write to the cache, where older
 * news is ignored. After a broken connection the socket subscribes again and the present state comes first; a stream
 * that ended with a fault is asked for again after some seconds. `variables` null: nothing is asked, nothing shown.
 */
export function useLiveQuery<Data, News, Variables extends OperationVariables>(
	query: TypedDocumentNode<Data, Variables>,
	news: TypedDocumentNode<News, Variables>,
	variables: Variables | null,
): LiveQuery<Data> {
	const asked = useQuery<Data, OperationVariables>(query, variables ? { variables } : skipToken);
	const stream = useSubscription<News, OperationVariables>(
		news,
		variables ? { variables, ignoreResults: true, onError: restartLater } : skipToken,
	);
	const restart = useRef(stream.restart);
	restart.current = stream.restart;
	const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
	function restartLater() {
		clearTimeout(timer.current);
		timer.current = setTimeout(() => restart.current(), RESUBSCRIBE_AFTER_MS);
	}
	useEffect(() => () => clearTimeout(timer.current), []);
	const refetch = () => void asked.refetch().catch(() => {});
	return {
		data: variables ? (asked.data as Data | undefined) : undefined,
		loading: asked.loading,
		error: asked.error,
		refetch,
	};
}

/** Calls back each time the members' socket is live again after a break; not for the first connection. */
export function useOnReconnect(again: () => void) {
	const { state } = useConnection();
	const wasLive = useRef(false);
	const wasBroken = useRef(false);
	const latest = useRef(again);
	latest.current = again;
	useEffect(() => {
		if (state !== "live") {
			wasBroken.current = wasLive.current;
			return;
		}
		if (wasBroken.current) latest.current();
		wasLive.current = true;
		wasBroken.current = false;
	}, [state]);
}
