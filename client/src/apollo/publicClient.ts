import { createGraphClient } from "./createClient.ts";
import { createLiveSocket } from "./socket/createLiveSocket.ts";

/** The public graph's socket, without cookies' meaning. */
export const publicSocket = createLiveSocket("/public/graphql");

/** The public graph: for everybody, never signed in. */
export const publicClient = createGraphClient({
	uri: "/public/graphql",
	credentials: "omit",
	socket: publicSocket,
});
