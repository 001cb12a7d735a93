import { ViewerDocument } from "../gql/graphql.ts";
import { createGraphClient } from "./createClient.ts";
import { afterForbidden } from "./socket/afterForbidden.ts";
import { createLiveSocket } from "./socket/createLiveSocket.ts";

/** The members' socket, by cookie. When the server shuts it on us we find out who we are before it comes back. */
export const memberSocket = createLiveSocket("/graphql", () =>
	afterForbidden({ known: knownViewer, ask: askForViewer, startAfresh, wait }),
);

/** The members' endpoint, by cookie. */
export const memberClient = createGraphClient({
	uri: "/graphql",
	credentials: "same-origin",
	socket: memberSocket,
});

const forgetters = new Set<() => void>();

/** To be told when somebody signed in or out, to forget what this device keeps of the former viewer. */
export function onStartAfresh(forget: () => void): void {
	forgetters.add(forget);
}

/** To be called when the server says that the person whom this device remembers is not signed in any more. */
export function forgetViewer(): void {
	for (const forget of forgetters) forget();
}

/** To be called when somebody signed in or out: forgets what the former viewer saw, connects with the new cookie and reads again what is on the screen. Never rejects: a read that fails shows itself in its place. */
export async function startAfresh(): Promise<void> {
	forgetViewer();
	memberSocket.reconnect();
	await memberClient.resetStore().catch(() => {});
}

function knownViewer(): string | null {
	return memberClient.readQuery({ query: ViewerDocument })?.viewer?.id ?? null;
}

async function askForViewer(): Promise<string | null> {
	const { data } = await memberClient.query({ query: ViewerDocument, fetchPolicy: "no-cache" });
	if (!data) throw new Error("The server did not say who is signed in.");
	return data.viewer?.id ?? null;
}

function wait(attempt: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, Math.min(15_000, 1_000 * 2 ** attempt)));
}
