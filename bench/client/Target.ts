/** A server to be measured: all three kinds are driven by the same client in the same way. */
export interface Target {
	readonly port: number;
	readonly path: string;
	/** Null: a bare WebSocket, to which one need not subscribe. */
	readonly subprotocol: string | null;
	/** One for each subscriber, in turn; none: no cookie. */
	readonly cookies: readonly string[];
	/** The message with which each subscriber subscribes; several: several subscriptions. `$ID` is not filled in. */
	readonly subscriptions: readonly string[];
	/** How many messages come to a subscriber before the first event. */
	readonly greetings: number;
	/**
	 * The messages that cause an event each. `$ID` becomes an id of the operation, `$UUID` a fresh one, `$OPTION` A
	 * or B in turn, `$UPDATE` the next piece of writing. They are used in turn.
	 */
	readonly triggers: readonly string[];
	/** Who writes `$UPDATE` in each of them. Missing: none does. */
	readonly pens?: readonly { readonly clientId: number; readonly bytes: number }[];
	readonly triggerPath: string;
	readonly triggerCookies: readonly string[];
}

/** How fast events are to follow each other. */
export interface SaturationOrder {
	readonly seconds: number;
	/** Events that are triggered in one write. */
	readonly burst: number;
	/** The next burst is triggered when all have the last; or when its first message is there: it is committed then. */
	readonly nextWhen: "all have it" | "the first is there";
}

/** What came of events that were triggered as fast as their deliveries allow. */
export interface Saturated {
	readonly events: number;
	readonly deliveries: number;
	readonly ms: number;
	/** Median ms of a burst from the trigger to its answer (the commit), to the first delivery, and to the last. */
	readonly answered: number;
	readonly first: number;
	readonly last: number;
	/** Share of the time in which the client's process was busy: near 1, the client is what is measured. */
	readonly clientBusy: number;
}

/** Latencies in ms, over all deliveries of all events. */
export interface Latency {
	/** Events that came to most subscribers together with a later one. */
	readonly merged: number;
	readonly p50: number;
	readonly p99: number;
	readonly worst: number;
	/** From the answer to the trigger (the commit is known) instead of from the trigger; null: it has no answer. */
	readonly sinceAnswer: { readonly p50: number; readonly p99: number } | null;
}

/** What became of those who came back. */
export interface CameBack {
	readonly clients: number;
	/** Who has exactly what was missed, each update once, and stands at the head. */
	readonly right: number;
	readonly p50: number;
	readonly p99: number;
	readonly worst: number;
}

/** What the load client can be told to do. */
export interface LoadCommands {
	/** Opens so many subscribers, and waits until one event has reached all of them. */
	open(target: Target, count: number): Promise<void>;
	/** Triggers so many events, one at a time. */
	events(count: number): Promise<void>;
	saturate(order: SaturationOrder): Promise<Saturated>;
	/** Triggers an event every so often, whether or not the last one has arrived. */
	pace(order: { seconds: number; perSecond: number }): Promise<Latency>;
	/** What the first subscriber is sent for so many events. */
	sample(burst: number): Promise<string[]>;
	/** Ends all sockets. */
	close(): Promise<void>;
	/** Opens readers of one log and cuts them one group after the other while the log grows. */
	strand(target: Target, count: number, pushes: number): Promise<void>;
	/** The stranded come back at once, each with its cursor. */
	comeBack(): Promise<CameBack>;
}
