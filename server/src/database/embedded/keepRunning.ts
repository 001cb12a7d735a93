import { isPostmasterAlive } from "./postmasterFile.ts";

/** A server that is looked after. */
export interface KeptServer {
	/** Number of its process now. */
	readonly pid: number;
	/** Looks after it no more; resolves when no restart is under way. */
	release(): Promise<void>;
}

const LOOK_EVERY_MS = 500;

/**
 * Calls `restart` whenever the server's process has gone, and again half a second later where that failed.
 * `restart` gives the number of the new process. Does not keep our own process alive.
 */
export function keepRunning(pid: number, restart: () => Promise<number>): KeptServer {
	let current = pid;
	let underWay: Promise<void> | null = null;
	const look = () => {
		if (underWay || isPostmasterAlive({ pid: current })) return;
		underWay = restart()
			.then((next) => {
				current = next;
			})
			.catch(() => undefined)
			.finally(() => {
				underWay = null;
			});
	};
	const timer = setInterval(look, LOOK_EVERY_MS).unref();
	return {
		get pid() {
			return current;
		},
		async release() {
			clearInterval(timer);
			await underWay;
		},
	};
}
