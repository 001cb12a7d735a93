import { fileURLToPath } from "node:url";
import { type Commanded, startCommanded } from "./startCommanded.ts";
import type { LoadCommands } from "./Target.ts";

/** The load client in a process of its own: one command at a time. */
export type LoadClient = Commanded<LoadCommands>;

/** Starts it. A command rejects with what went wrong there. */
export function startLoadClient(): LoadClient {
	return startCommanded(fileURLToPath(new URL("./loadClient.ts", import.meta.url)));
}
