const LONGEST_MS = 15_000;
const FIRST_MS = 500;
/** A whole plenary is told to come back at the same moment. */
const AFTER_RESTART_MS = 3_000;

/**
 * How long to wait before another attempt to connect, in ms: up to 0.5, 1, 2, … 15 s by the attempts that failed, each
 * time between half of it and the whole; first of all after a restart of the server, anything up to 3 s. `chance` is
 * from 0 to 1.
 */
export function retryDelay(retries: number, isRestart: boolean, chance = Math.random()): number {
	if (isRestart && retries === 0) return chance * AFTER_RESTART_MS;
	return Math.min(LONGEST_MS, FIRST_MS * 2 ** retries) * (0.5 + chance / 2);
}
