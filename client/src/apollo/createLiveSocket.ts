import { type Client, createClient } from "graphql-ws";
import { type ConnectionStore, createConnectionStore } from "./connectionStore.ts";

/** One socket for everything that is live on one endpoint. */
export interface LiveSocket {
	client: Client;
	connection: ConnectionStore;
	/** Drops the connection; whatever is subscribed connects again at once, with the present cookie. */
	reconnect(): void;
}

const PING_EVERY_MS = 10_000;
const PONG_WITHIN_MS = 5_000;
const LONGEST_WAIT_MS = 15_000;
/** The server's word that we may not enter; trying again would not change it (graphql-ws' close codes). */
const FORBIDDEN = 4403;

/**
 * Connects when first used, and from then on for as long as anything is subscribed: tries again without end, with
 * exponential back-off and jitter, and re-subscribes by itself. Pings every ten seconds, so that a dead Wi-Fi is
 * noticed; a phone that wakes up checks at once.
 */
export function createLiveSocket(path: string): LiveSocket {
	const connection = createConnectionStore();
	const wakeUp = new EventTarget();
	let socket: WebSocket | null = null;
	let pongDue: ReturnType<typeof setTimeout> | undefined;

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
		shouldRetry: (problem) => closeCode(problem) !== FORBIDDEN,
		retryWait: (retries) => backOff(retries, wakeUp),
		on: {
			connecting: () => connection.connecting(),
			connected: (opened) => {
				socket = opened as WebSocket;
				connection.connected();
			},
			ping: (isFromServer) => !isFromServer && awaitPong(),
			pong: (isFromServer) => isFromServer && clearTimeout(pongDue),
			closed: () => {
				clearTimeout(pongDue);
				socket = null;
				connection.lost();
			},
		},
	});

	const check = () => {
		wakeUp.dispatchEvent(new Event("wake"));
		if (socket?.readyState !== WebSocket.OPEN) return;
		socket.send('{"type":"ping"}');
		awaitPong();
	};
	watchDevice(check, () => client.terminate());
	return { client, connection, reconnect: () => client.terminate() };
}

function watchDevice(check: () => void, drop: () => void) {
	document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && check());
	window.addEventListener("online", check);
	window.addEventListener("pageshow", check);
	window.addEventListener("offline", drop);
}

function socketAddress(path: string): string {
	return new URL(path, window.location.href.replace(/^http/, "ws")).href;
}

function closeCode(problem: unknown): number | null {
	return typeof problem === "object" && problem !== null && "code" in problem ? Number(problem.code) : null;
}

/** Waits 0.5, 1, 2, … up to 15 seconds, each time between half of it and the whole; a waking device ends the wait. */
function backOff(retries: number, wakeUp: EventTarget): Promise<void> {
	const longest = Math.min(LONGEST_WAIT_MS, 500 * 2 ** retries);
	return new Promise((resolve) => {
		const timer = setTimeout(resolve, longest * (0.5 + Math.random() / 2));
		const awake = () => {
			clearTimeout(timer);
			resolve();
		};
		wakeUp.addEventListener("wake", awake, { once: true });
	});
}
