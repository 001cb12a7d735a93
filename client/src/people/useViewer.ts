import { useQuery } from "@apollo/client/react";
import { memberClient } from "../apollo/index.ts";
import { ViewerDocument, type ViewerQuery } from "../gql/graphql.ts";

/** Who is signed in. */
export type Viewer = NonNullable<ViewerQuery["viewer"]>;

/** Who is signed in: null if nobody, undefined while it is not known. One request serves the whole application. */
export function useViewer(): Viewer | null | undefined {
	return useViewerAnswer().viewer;
}

/** The same, with what to do when the question itself failed. `refetch` never rejects. */
export function useViewerAnswer(): {
	viewer: Viewer | null | undefined;
	error: Error | undefined;
	refetch(): unknown;
} {
	const { data, error, refetch } = useQuery(ViewerDocument, {
		client: memberClient,
		fetchPolicy: "cache-first",
	});
	return {
		viewer: data === undefined ? undefined : (data.viewer ?? null),
		error,
		refetch: () => refetch().catch(() => {}),
	};
}
