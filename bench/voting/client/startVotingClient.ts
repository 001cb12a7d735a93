import { fileURLToPath } from "node:url";
import { type Commanded, startCommanded } from "../../client/startCommanded.ts";
import type { VotingCommands } from "./VotingTarget.ts";

/** The load client in a process of its own: one command at a time. */
export type VotingClient = Commanded<VotingCommands>;

/** Starts it. A command rejects with what went wrong there. */
export function startVotingClient(): VotingClient {
	return startCommanded(fileURLToPath(new URL("./votingClient.ts", import.meta.url)));
}
