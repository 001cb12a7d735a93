import { fork } from "node:child_process";
import { once } from "node:events";

/** A process that obeys these commands, one at a time, over its channel. */
export type Commanded<Commands> = Commands & { stop(): Promise<void> };

/** Starts the module in a process of its own. A command rejects with what went wrong there. */
export function startCommanded<Commands extends object>(file: string): Commanded<Commands> {
	const child = fork(file, { serialization: "advanced" });
	let isStopping = false;
	const gone = new Promise<never>((_, reject) => {
		child.once("exit", (code) => isStopping || reject(new Error(`the load client ended with ${code}`)));
	});
	gone.catch(() => {});
	const stop = async () => {
		isStopping = true;
		const ended = once(child, "exit");
		child.disconnect();
		await ended;
	};
	return new Proxy({ stop } as Commanded<Commands>, {
		get: (own, name: string) => (name === "stop" ? own.stop : (...args: unknown[]) => command(name, args)),
	});

	async function command(name: string, args: unknown[]): Promise<unknown> {
		const answered = once(child, "message");
		child.send({ name, args });
		const [answer] = (await Promise.race([answered, gone])) as [{ value?: unknown; fault?: string }];
		if (answer.fault !== undefined) throw new Error(`${name}: ${answer.fault}`);
		return answer.value;
	}
}
