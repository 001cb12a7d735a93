import { useCallback, useState } from "react";

/** Why something was not done: a refusal of the graph, or what the browser found; `"no-answer"`: the server was not reached. */
export type TaskProblem = { readonly refusal: string } | { readonly words: readonly string[] } | "no-answer";

export interface Task {
	isRunning: boolean;
	problem: TaskProblem | null;
	/** Does it; null says that all went well. What it throws counts as no answer. Never rejects. */
	run(act: () => Promise<TaskProblem | null>): Promise<void>;
}

/** One thing at a time that a person starts by a button, and what was wrong with the last. */
export function useTask(): Task {
	const [isRunning, setIsRunning] = useState(false);
	const [problem, setProblem] = useState<TaskProblem | null>(null);
	const run = useCallback<Task["run"]>(async (act) => {
		setIsRunning(true);
		setProblem(null);
		setProblem(await act().catch((): TaskProblem => "no-answer"));
		setIsRunning(false);
	}, []);
	return { isRunning, problem, run };
}
