import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { LoadCommands } from "./Target.ts";

/** The load client in a process of its own: one command at a time. */
export interface LoadClient extends LoadCommands {
	stop(): Promise<void>;
}

/** Starts it. A command rejects with what went wrong there. */
export function startLoadClient(): LoadClient {
	const child = fork(fileURLToPath(new URL("./loadClient.ts", import.meta.url)), {
		serialization: "advanced",
	});
	let isStopping = false;
	const gone = new Promise<never>((_, reject) => {
		child.once("exit", (code) => isStopping || reject(new Error(`the load client ended with ${code}`)));
	});
	gone.catch(() => {});
	const command =
		<Name extends keyof LoadCommands>(name: Name) =>
		async (...args: Parameters<LoadCommands[Name]>) => {
			const answered = once(child, "message");
			child.send({ name, args });
			const [answer] = (await Promise.race([answered, gone])) as [{ value?: unknown; fault?: string }];
			if (answer.fault !== undefined) throw new Error(`${name}: ${answer.fault}`);
			return answer.value as never;
		};
	return {
		open: command("open"),
		events: command("events"),
		saturate: command("saturate"),
		pace: command("pace"),
		sample: command("sample"),
		close: command("close"),
		strand: command("strand"),
		comeBack: command("comeBack"),
		async stop() {
			isStopping = true;
			const ended = once(child, "exit");
			child.disconnect();
			await ended;
		},
	};
}
