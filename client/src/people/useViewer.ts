import { CombinedGraphQLErrors } from "@apollo/client/errors";
import { useQuery } from "@apollo/client/react";
import { useEffect } from "react";
import { forgetViewer, memberClient } from "../apollo/index.ts";
import { ViewerDocument, type ViewerQuery } from "../gql/graphql.ts";
import { rememberedViewer, rememberViewer } from "./rememberedViewer.ts";

/** Who is signed in. */
export type Viewer = NonNullable<ViewerQuery["viewer"]>;

/** Who is signed in: null if nobody, undefined while it is not known. One request serves the whole application. */
export function useViewer(): Viewer | null | undefined {
	return useViewerAnswer().viewer;
}

/**
 * The same, with what to do when the question itself failed. While the server cannot be reached it is who was signed in
 * when it last answered: what the device keeps for them they can read. `refetch` never rejects.
 */
export function useViewerAnswer(): {
	viewer: Viewer | null | undefined;
	error: Error | undefined;
	refetch(): unknown;
} {
	const { data, error, refetch } = useQuery(ViewerDocument, {
		client: memberClient,
		fetchPolicy: "cache-first",
	});
	useEffect(() => {
		if (data?.viewer) rememberViewer(data.viewer);
		else if (data && rememberedViewer()) forgetViewer();
	}, [data]);
	const isUnreached = error !== undefined && !CombinedGraphQLErrors.is(error);
	const unasked = isUnreached ? rememberedViewer() : undefined;
	return {
		viewer: data === undefined ? unasked : (data.viewer ?? null),
		error,
		refetch: () => refetch().catch(() => {}),
	};
}
