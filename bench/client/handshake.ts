import { LoadSocket } from "./LoadSocket.ts";
import type { Target } from "./Target.ts";

/** The first message of graphql-transport-ws. */
export const connectionInit = '{"type":"connection_init"}';

/** What a subscriber is told to do with messages once it is subscribed. */
export interface SubscriberOwner {
	text(text: string | null): void;
	lost(reason: string): void;
}

/**
 * Opens a socket, subscribes and waits for the greetings; they are handed over as well. Resolves once they are there.
 * Rejects when the socket ends before, or the server answers with an error.
 */
export function openSubscriber(
	target: Target,
	cookie: string | null,
	subscriptions: readonly string[],
	owner: SubscriberOwner,
): Promise<LoadSocket> {
	return new Promise((resolve, reject) => {
		let missing = target.greetings;
		let isReady = false;
		const readyWhenGreeted = () => {
			if (missing > 0) return;
			isReady = true;
			resolve(socket);
		};
		const greet = (text: string | null) => {
			if (text === null || isError(text)) return reject(new Error(`not subscribed: ${text}`));
			if (text.startsWith('{"type":"connection_ack"')) socket.send(...subscriptions);
			else {
				owner.text(text);
				missing -= 1;
			}
			readyWhenGreeted();
		};
		const socket = new LoadSocket(
			{ port: target.port, path: target.path, subprotocol: target.subprotocol, cookie },
			{
				opened: () => (target.subprotocol ? socket.send(connectionInit) : readyWhenGreeted()),
				text: (text) => (isReady ? owner.text(text) : greet(text)),
				lost: (reason) => (isReady ? owner.lost(reason) : reject(new Error(`not opened: ${reason}`))),
			},
		);
	});
}

function isError(text: string): boolean {
	return text.includes('"type":"error"') || text.includes('"errors":');
}
