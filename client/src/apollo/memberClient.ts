import { createGraphClient } from "./createClient.ts";
import { createLiveSocket } from "./createLiveSocket.ts";

/** The members' socket, by cookie. */
export const memberSocket = createLiveSocket("/graphql");

/** The members' endpoint, by cookie. */
export const memberClient = createGraphClient({
	uri: "/graphql",
	credentials: "same-origin",
	socket: memberSocket,
});

/** To be called when somebody signed in or out: forgets what the former viewer saw, connects with the new cookie and reads again what is on the screen. Never rejects: a read that fails shows itself in its place. */
export async function startAfresh(): Promise<void> {
	memberSocket.reconnect();
	await memberClient.resetStore().catch(() => {});
}
