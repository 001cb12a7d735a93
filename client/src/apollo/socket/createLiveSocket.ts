import { CloseCode } from "@crossroads/shared";
import { type Client, createClient } from "graphql-ws";
import { type ConnectionStore, createConnectionStore } from "./connectionStore.ts";
import { retryDelay } from "./retryDelay.ts";
import { createWakeSigns } from "./wakeSigns.ts";

/** One socket for everything that is live on one endpoint. */
export interface LiveSocket {
	client: Client;
	connection: ConnectionStore;
	/** Calls back once each time the device wakes up, however many signs of it come together; gives the way to stop. */
	onWake(listener: () => void): () => void;
	/** Drops the connection; whatever is subscribed connects again at once, with the present cookie. */
	reconnect(): void;
}

const PING_EVERY_MS = 10_000;
const PONG_WITHIN_MS = 5_000;

/**
 * Connects when first used, and from then on for as long as anything is subscribed: tries again without end, with
 * exponential back-off and jitter, and re-subscribes by itself. Pings every ten seconds, so that a dead Wi-Fi is
 * noticed; a phone that wakes up checks at once. After the server's "forbidden" (the sign-in is over, or was never
 * good) `onForbidden` is awaited before the next attempt; the subscriptions stay, and are entered again as whoever we
 * are then.
 */
export function createLiveSocket(
	path: string,
	onForbidden: () => Promise<void> = async () => {},
): LiveSocket {
	const connection = createConnectionStore();
	const wakeSigns = createWakeSigns();
	let socket: WebSocket | null = null;
	let pongDue: ReturnType<typeof setTimeout> | undefined;
	let lastCode: number | null = null;

	const awaitPong = () => {
		clearTimeout(pongDue);
		pongDue = setTimeout(() => client.terminate(), PONG_WITHIN_MS);
	};
	const client = createClient({
		url: socketAddress(path),
		lazy: true,
		lazyCloseTimeout: 5_000,
		keepAlive: PING_EVERY_MS,
		connectionAckWaitTimeout: 10_000,
		retryAttempts: Number.POSITIVE_INFINITY,
		shouldRetry: () => true,
		retryWait: async (retries) => {
			const mustAsk = lastCode === CloseCode.Forbidden;
			const isRestart = lastCode === CloseCode.ServiceRestart;
			lastCode = null;
			if (mustAsk) await onForbidden();
			// Asking may have changed who we are, so the first attempt after it is made at once; only one.
			if (!mustAsk || retries > 0) await passed(retryDelay(retries, isRestart), wakeSigns.onWake);
		},
		on: {
			connecting: () => connection.connecting(),
			connected: (opened) => {
				socket = opened as WebSocket;
				connection.connected();
			},
			ping: (isFromServer) => !isFromServer && awaitPong(),
			pong: (isFromServer) => isFromServer && clearTimeout(pongDue),
			closed: (problem) => {
				lastCode = closeCode(problem);
				clearTimeout(pongDue);
				socket = null;
				connection.lost();
			},
		},
	});

	wakeSigns.onWake(() => {
		if (socket?.readyState !== WebSocket.OPEN) return;
		socket.send('{"type":"ping"}');
		awaitPong();
	});
	window.addEventListener("offline", () => client.terminate());
	return { client, connection, onWake: wakeSigns.onWake, reconnect: () => client.terminate() };
}

function socketAddress(path: string): string {
	return new URL(path, window.location.href.replace(/^http/, "ws")).href;
}

function closeCode(problem: unknown): number | null {
	return typeof problem === "object" && problem !== null && "code" in problem ? Number(problem.code) : null;
}

/** Waits so many ms; a waking device ends the wait. */
function passed(ms: number, onWake: LiveSocket["onWake"]): Promise<void> {
	return new Promise((resolve) => {
		const go = () => {
			clearTimeout(timer);
			stop();
			resolve();
		};
		const timer = setTimeout(go, ms);
		const stop = onWake(go);
	});
}
