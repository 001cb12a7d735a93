import { useSyncExternalStore } from "react";
import type { Connection } from "./connectionStore.ts";
import type { LiveSocket } from "./createLiveSocket.ts";
import { memberSocket } from "./memberClient.ts";

/** Whether the socket (the members' unless told) is live, connecting, or offline since when. */
export function useConnection(socket: LiveSocket = memberSocket): Connection {
	return useSyncExternalStore(socket.connection.subscribe, socket.connection.get);
}
