import { CombinedGraphQLErrors } from "@apollo/client/errors";
import { useQuery } from "@apollo/client/react";
import { useEffect, useState } from "react";
import { useOnReturn } from "../apollo/index.ts";
import type { AnswerState } from "../app/index.ts";
import { DraftOnScreenDocument, type DraftOnScreenQuery } from "../gql/graphql.ts";
import { copyName } from "./device/deviceMemory.ts";
import { rememberedPage, rememberPage } from "./device/rememberedPage.ts";

/** What the page shows besides the text: the server's; where it cannot be reached, what this device keeps of it. */
export function useDraftOnScreen(id: string, personId: string): AnswerState<DraftOnScreenQuery> {
	const result = useQuery(DraftOnScreenDocument, { variables: { id }, fetchPolicy: "cache-and-network" });
	const refetch = () => result.refetch().catch(() => {});
	useOnReturn(() => void refetch());
	const { data, error, loading } = result;
	const isUnreached = data === undefined && error !== undefined && !CombinedGraphQLErrors.is(error);
	const kept = useKept(copyName(id, personId), data, isUnreached);
	if (!isUnreached || kept === null) return { data, error, loading, refetch };
	return { data: kept, error: undefined, loading: kept === undefined, refetch };
}

/** Keeps what there is; gives what was kept where it is asked for: undefined while it is looked for, null: nothing. */
function useKept(copy: string, data: DraftOnScreenQuery | undefined, isAsked: boolean) {
	const [kept, setKept] = useState<DraftOnScreenQuery | null>();
	useEffect(() => {
		if (data?.draft) void rememberPage(copy, data);
	}, [copy, data]);
	useEffect(() => {
		if (!isAsked) return;
		let isOver = false;
		void rememberedPage(copy).then((page) => {
			if (!isOver) setKept(page as DraftOnScreenQuery | null);
		});
		return () => {
			isOver = true;
		};
	}, [copy, isAsked]);
	return kept;
}
