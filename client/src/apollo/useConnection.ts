import { useSyncExternalStore } from "react";
import { memberSocket } from "./memberClient.ts";
import type { Connection } from "./socket/connectionStore.ts";
import type { LiveSocket } from "./socket/createLiveSocket.ts";

/** Whether the socket (the members' unless told) is live, connecting, or offline since when. */
export function useConnection(socket: LiveSocket = memberSocket): Connection {
	return useSyncExternalStore(socket.connection.subscribe, socket.connection.get);
}
