/** Every limit of the engine, with its reason. All are per process. */
export interface LiveLimits {
	/** ms from opening to connection_init; graphql-ws's default. An idle stranger costs a socket no longer. */
	readonly initTimeoutMs: number;
	/** Bytes of one incoming message, before and after authentication: the longest honest one is a paste of text. */
	readonly frameBytes: number;
	/** ms between pings. One that is not answered before the next drops the socket: within 24 s, not 30. */
	readonly pingEveryMs: number;
	/** Operations of one socket at a time. A console with everything open needs about ten. */
	readonly operationsPerSocket: number;
	/** Queries and mutations of one socket under way; beyond, its messages wait unread in the kernel. */
	readonly runningPerSocket: number;
	/** Sockets of one sign-in: tabs and devices of one person. */
	readonly socketsPerSignIn: number;
	/** Incoming messages of one socket in any second; a replayed draft is the most talkative honest client. */
	readonly messagesPerSecond: number;
	/** ms after which a viewer is looked at again without news: a sign-in that ran out ends its sockets. */
	readonly reviewEveryMs: number;
	/** Bytes waiting to leave a socket beyond which subscriptions send nothing more until it has drained. */
	readonly backlogBytes: number;
	/** Bytes waiting beyond which the socket is dropped: it asks and does not read. */
	readonly waitingBytes: number;
	/** Bytes of a Log group's newest events kept for readers who come back. */
	readonly tailBytes: number;
	/** Number of the same. */
	readonly tailEvents: number;
	/** ms until a group that met a fault tries again; doubles up to 30 times this. */
	readonly retryMs: number;
}

export const defaultLimits: LiveLimits = {
	initTimeoutMs: 3_000,
	frameBytes: 64 * 1024,
	pingEveryMs: 12_000,
	operationsPerSocket: 50,
	runningPerSocket: 32,
	socketsPerSignIn: 20,
	messagesPerSecond: 1_000,
	reviewEveryMs: 600_000,
	backlogBytes: 128 * 1024,
	waitingBytes: 16 * 1024 * 1024,
	tailBytes: 1024 * 1024,
	tailEvents: 2_000,
	retryMs: 1_000,
};
