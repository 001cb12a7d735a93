import type { OperationVariables, TypedDocumentNode } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { useCallback, useRef, useState } from "react";

interface Payload {
	refusal: { code: string } | null;
}

/** Why the last wish was not done: a refusal's code, or null where no answer came. */
export interface Problem {
	refusal: string | null;
}

export type Run = <Data extends object, Variables extends OperationVariables>(
	mutation: TypedDocumentNode<Data, Variables>,
	variables: Variables,
) => Promise<Data | null>;

export interface Running {
	/** Does one mutation; its answer, or null if it was refused or lost: then `problem` says why. Never rejects. */
	run: Run;
	isRunning: boolean;
	problem: Problem | null;
	forget(): void;
}

/**
 * Does mutations one after the other for one part of a screen, and remembers what was wrong with the last. `thenRead`
 * reads again what hangs on them, where the mutations' own answers do not bring it: until it is here the mutation
 * counts as running, so that nobody acts on half of the news.
 */
export function useRun(thenRead: () => Promise<unknown> = nothingToRead): Running {
	const client = useApolloClient();
	const [underWay, setUnderWay] = useState(0);
	const [problem, setProblem] = useState<Problem | null>(null);
	const latest = useRef(thenRead);
	latest.current = thenRead;
	const run = useCallback<Run>(
		async (mutation, variables) => {
			setUnderWay((count) => count + 1);
			setProblem(null);
			try {
				const { data } = await client.mutate({ mutation, variables: variables as never });
				await latest.current().catch(() => {});
				const refusal = refusalOf(data);
				if (refusal) setProblem({ refusal });
				return refusal ? null : ((data as never) ?? null);
			} catch {
				setProblem({ refusal: null });
				return null;
			} finally {
				setUnderWay((count) => count - 1);
			}
		},
		[client],
	);
	return { run, isRunning: underWay > 0, problem, forget: () => setProblem(null) };
}

const nothingToRead = async () => {};

function refusalOf(data: unknown): string | null {
	const [payload] = Object.values((data ?? {}) as Record<string, Payload | string>);
	return typeof payload === "object" ? (payload.refusal?.code ?? null) : null;
}
