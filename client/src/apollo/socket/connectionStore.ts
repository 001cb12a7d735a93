/** Whether what is on the screen is of now. `since`: when it was so for the last time, while it is not. */
export type Connection =
	| { state: "live"; since: null }
	| { state: "connecting"; since: Date | null }
	| { state: "offline"; since: Date };

export interface ConnectionStore {
	get(): Connection;
	/** Calls back after every change; returns the way to stop. */
	subscribe(listener: () => void): () => void;
}

export interface ConnectionReports {
	connected(): void;
	connecting(): void;
	/** The socket closed, or an attempt failed. */
	lost(): void;
}

const CALM_MS = 3_000;

/** Follows a socket's reports. A break shorter than three seconds is "connecting", a longer one "offline". */
export function createConnectionStore(
	clock: () => Date = () => new Date(),
): ConnectionStore & ConnectionReports {
	let current: Connection = { state: "connecting", since: null };
	let lastLive: Date | null = null;
	let impatience: ReturnType<typeof setTimeout> | undefined;
	const listeners = new Set<() => void>();

	const become = (next: Connection) => {
		if (next.state === current.state) return;
		current = next;
		for (const listener of listeners) listener();
	};
	const giveUpWaiting = () => become({ state: "offline", since: lastLive ?? clock() });

	return {
		get: () => current,
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		connected() {
			clearTimeout(impatience);
			impatience = undefined;
			become({ state: "live", since: null });
		},
		connecting() {
			impatience ??= setTimeout(giveUpWaiting, CALM_MS);
		},
		lost() {
			if (current.state === "live") {
				lastLive = clock();
				become({ state: "connecting", since: lastLive });
			}
			impatience ??= setTimeout(giveUpWaiting, CALM_MS);
		},
	};
}
