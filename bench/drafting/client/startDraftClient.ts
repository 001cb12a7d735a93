import { fileURLToPath } from "node:url";
import { type Commanded, startCommanded } from "../../client/startCommanded.ts";
import type { DraftCommands } from "./DraftTarget.ts";

/** The load client in a process of its own: one command at a time. */
export type DraftClient = Commanded<DraftCommands>;

/** Starts it. A command rejects with what went wrong there. */
export function startDraftClient(): DraftClient {
	return startCommanded(fileURLToPath(new URL("./draftClient.ts", import.meta.url)));
}
