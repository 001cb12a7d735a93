import type { Connection } from "../protocol/Connection.ts";
import type { LiveViewer } from "../streams.ts";
import type { Connections } from "./Connections.ts";

const SLICES = 12;

/** How often the heart beats for each connection, and how long its viewer is believed without news. */
export interface HeartbeatTimes {
	readonly pingEveryMs: number;
	readonly reviewEveryMs: number;
}

/**
 * [L14] Beats for every connection once in `pingEveryMs`, a slice of them at a time so that thousands of pings do not
 * hold up the news. Returns how to stop.
 */
export function startHeartbeat<V extends LiveViewer>(
	connections: Connections<V>,
	times: HeartbeatTimes,
): () => void {
	let slice = 0;
	const timer = setInterval(() => {
		for (const connection of connections)
			if (connection.serial % SLICES === slice) beat(connection, times.reviewEveryMs);
		slice = (slice + 1) % SLICES;
	}, times.pingEveryMs / SLICES);
	timer.unref();
	return () => clearInterval(timer);
}

function beat<V extends LiveViewer>(connection: Connection<V>, reviewEveryMs: number): void {
	connection.beat();
	if (connection.viewer?.personId && Date.now() - connection.viewedAt > reviewEveryMs)
		connection.reviewViewer();
}
