import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { DraftCommands } from "./DraftTarget.ts";

/** The load client in a process of its own: one command at a time. */
export interface DraftClient extends DraftCommands {
	stop(): Promise<void>;
}

/** Starts it. A command rejects with what went wrong there. */
export function startDraftClient(): DraftClient {
	const file = fileURLToPath(new URL("./draftClient.ts", import.meta.url));
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
	return new Proxy({ stop } as DraftClient, {
		get: (own, name: keyof DraftClient) =>
			name in own ? own[name] : (...args: unknown[]) => command(name, args),
	});

	async function command(name: string, args: unknown[]): Promise<unknown> {
		const answered = once(child, "message");
		child.send({ name, args });
		const [answer] = (await Promise.race([answered, gone])) as [{ value?: unknown; fault?: string }];
		if (answer.fault !== undefined) throw new Error(`${name}: ${answer.fault}`);
		return answer.value;
	}
}
