import { Worker } from "node:worker_threads";
import { TextTooCostly } from "../domain/TextTooCostly.ts";
import type { Tasks } from "./tasks.ts";

const isSource = import.meta.url.endsWith(".ts");
const threadFile = new URL(`./workshopThread.${isSource ? "ts" : "js"}`, import.meta.url);
/** How long an idle thread is kept, in milliseconds: it holds about 15 MB. */
const restsFor = 20_000;

interface Reply {
	readonly result?: unknown;
	readonly fault?: string;
}

/**
 * A thread for work on whole texts, so that no text holds up the server, and with a limit in time, so that none burns
 * more of it than it was given. One piece of work at a time, in the order of asking; the thread is started when it is
 * needed and ended when it rests.
 */
export class Workshop {
	#thread: Worker | null = null;
	#last: Promise<unknown> = Promise.resolve();
	#rest: NodeJS.Timeout | undefined;

	/** Does the work; rejects with `TextTooCostly` when it has not ended after so many milliseconds, or with its fault. */
	do<Task extends keyof Tasks>(
		budgetMs: number,
		task: Task,
		...given: Parameters<Tasks[Task]>
	): Promise<ReturnType<Tasks[Task]>> {
		const done = this.#last.then(() => this.#work(budgetMs, { task, given }));
		this.#last = done.catch(() => {});
		return done as Promise<ReturnType<Tasks[Task]>>;
	}

	/** Ends the thread; what is asked for afterwards starts another. */
	async close(): Promise<void> {
		clearTimeout(this.#rest);
		const thread = this.#thread;
		this.#thread = null;
		await thread?.terminate();
	}

	async #work(budgetMs: number, order: { task: string; given: readonly unknown[] }): Promise<unknown> {
		clearTimeout(this.#rest);
		const thread = await this.#ready();
		try {
			return await answerOf(thread, budgetMs, order);
		} catch (fault) {
			if (fault instanceof TextTooCostly) await this.close();
			throw fault;
		} finally {
			this.#rest = setTimeout(() => void this.close(), restsFor).unref();
		}
	}

	/** The thread that there is, or a new one once it listens: its start is not taken from anybody's time. */
	async #ready(): Promise<Worker> {
		if (this.#thread) return this.#thread;
		const execArgv = isSource ? ["--conditions=crossroads-source"] : [];
		const thread = new Worker(threadFile, { execArgv, resourceLimits: { maxOldGenerationSizeMb: 1024 } });
		this.#thread = thread;
		const forget = () => {
			if (this.#thread === thread) this.#thread = null;
		};
		thread.on("error", forget).on("exit", forget);
		await listening(thread);
		thread.unref();
		return thread;
	}
}

/** Resolves when it listens; rejects when it ends before, as when the workshop is closed meanwhile. */
function listening(thread: Worker): Promise<void> {
	return new Promise((resolve, reject) => {
		thread
			.once("message", () => resolve())
			.once("error", reject)
			.once("exit", () => reject(new Error("The workshop's thread has ended.")));
	});
}

function answerOf(thread: Worker, budgetMs: number, order: object): Promise<unknown> {
	return new Promise((resolve, reject) => {
		const settle = (end: () => void) => {
			clearTimeout(timer);
			thread.off("message", told).off("error", failed).off("exit", gone);
			end();
		};
		const told = ({ result, fault }: Reply) =>
			settle(() => (fault === undefined ? resolve(result) : reject(new Error(fault))));
		const failed = (fault: Error) => settle(() => reject(fault));
		const gone = () => settle(() => reject(new Error("The workshop's thread has ended.")));
		const timer = setTimeout(
			() => settle(() => reject(new TextTooCostly("The work took too long."))),
			budgetMs,
		);
		thread.on("message", told).on("error", failed).on("exit", gone);
		thread.postMessage(order);
	});
}
