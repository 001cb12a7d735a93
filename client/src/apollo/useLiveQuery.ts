import type { ErrorLike, OperationVariables, TypedDocumentNode } from "@apollo/client";
import { skipToken, useQuery, useSubscription } from "@apollo/client/react";
import { useEffect, useRef } from "react";

export interface LiveQuery<Data> {
	data: Data | undefined;
	loading: boolean;
	error: ErrorLike | undefined;
	/** Asks again, past the cache. */
	refetch(): void;
}

/** Apart from the others, whom the same fault may have met at the same moment. */
const resubscribeAfterMs = () => 2_000 + Math.random() * 4_000;

/**
 * What a query shows, kept up to date by a State subscription of the same fields: both write to the cache, where older
 * news is ignored. After a broken connection the socket subscribes again and the present state comes first; a stream
 * that ended with a fault, or a first answer that did not come, is asked for again after some seconds: nobody stands
 * at a projector to press "try again". `variables` null: nothing is asked, nothing shown.
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
		timer.current = setTimeout(() => restart.current(), resubscribeAfterMs());
	}
	useEffect(() => () => clearTimeout(timer.current), []);
	const refetch = () => void asked.refetch().catch(() => {});
	useAskingAgain(asked.data === undefined ? asked.error : undefined, refetch);
	return {
		data: variables ? (asked.data as Data | undefined) : undefined,
		loading: asked.loading,
		error: asked.error,
		refetch,
	};
}

/** Asks again some seconds after each failure, for as long as there is one. */
function useAskingAgain(failure: ErrorLike | undefined, ask: () => void) {
	const latest = useRef(ask);
	latest.current = ask;
	useEffect(() => {
		if (!failure) return;
		const timer = setTimeout(() => latest.current(), resubscribeAfterMs());
		return () => clearTimeout(timer);
	}, [failure]);
}
