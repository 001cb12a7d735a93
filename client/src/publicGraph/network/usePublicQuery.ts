import type { OperationVariables, TypedDocumentNode } from "@apollo/client";
import { skipToken, useQuery } from "@apollo/client/react";
import { publicClient } from "../../apollo/index.ts";

/** Reads the public graph, as a stranger. Null variables: not yet; the answer stays "loading". */
export function usePublicQuery<Data, Variables extends OperationVariables>(
	document: TypedDocumentNode<Data, Variables>,
	variables: Variables | null,
	options: { pollInterval?: number } = {},
) {
	const known = variables ? { client: publicClient, variables, ...options } : skipToken;
	const { data, error, loading, refetch } = useQuery(
		document as TypedDocumentNode<Data, OperationVariables>,
		known,
	);
	return {
		data: data as Data | undefined,
		error,
		loading: loading || variables === null,
		refetch: () => refetch(),
	};
}
