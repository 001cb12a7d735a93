import { parentPort } from "node:worker_threads";
import { tasks } from "./tasks.ts";

/** A piece of work as it reaches the thread. */
interface Order {
	readonly task: keyof typeof tasks;
	readonly given: readonly unknown[];
}

parentPort?.on("message", ({ task, given }: Order) => {
	try {
		const work = tasks[task] as (...given: readonly unknown[]) => unknown;
		parentPort?.postMessage({ result: work(...given) });
	} catch (fault) {
		parentPort?.postMessage({ fault: String(fault) });
	}
});

// Imported and listening: from here on the time of orders counts.
parentPort?.postMessage({});
