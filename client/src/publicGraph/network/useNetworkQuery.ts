import type { OperationVariables, TypedDocumentNode } from "@apollo/client";
import { type NetworkInView, useNetworks } from "./useNetworkInView.ts";
import { usePublicQuery } from "./usePublicQuery.ts";

/**
 * Reads something of the network in view: first which network that is, then the thing. One answer for both steps, so
 * that a failure of the first can be shown and tried again as well. `isMissing`: there is no network at all.
 */
export function useNetworkQuery<Data, Variables extends OperationVariables>(
	document: TypedDocumentNode<Data, Variables>,
	variablesOf: (network: NetworkInView) => Variables,
	options: { pollInterval?: number } = {},
) {
	const { result: networks, inView } = useNetworks();
	const answer = usePublicQuery(document, inView ? variablesOf(inView) : null, options);
	if (inView) return { ...answer, isMissing: false };
	const { error, loading, refetch } = networks;
	return { data: undefined, error, loading, refetch, isMissing: inView === null };
}
