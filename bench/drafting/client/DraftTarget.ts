/** How a server is spoken to. */
export type Dialect = "crossroads" | "hocuspocus" | "y-websocket" | "relay";

/** One document on one server. Plain data: it travels to the load client. */
export interface DraftTarget {
	readonly dialect: Dialect;
	readonly port: number;
	/** Id of a draft, or a document's name. */
	readonly document: string;
	/** One for the writer, the next for the readers, in turn; none: no cookies. */
	readonly cookies: readonly string[];
}

/** Keystrokes as fast as they are shown to everybody. */
export interface SaturatedTyping {
	readonly keystrokes: number;
	readonly ms: number;
	/** Messages in which they came to each reader. */
	readonly messages: number;
	/** Share of the time in which the client's process was busy: near 1, the client is what is measured. */
	readonly clientBusy: number;
}

/** Latencies in ms from the keystroke, over all readers. */
export interface PacedTyping {
	readonly p50: number;
	readonly p99: number;
	readonly worst: number;
	/** Until the writer knows that it is safe (or at least received); null: this server never says. */
	readonly answered: { readonly p50: number; readonly p99: number } | null;
}

/** Where the keystrokes come from: made in the load client, which is told once. */
export interface TraceSource {
	/** A trace's file, or null: generated from the seed. */
	readonly file: string | null;
	readonly seed: number;
}

/** What the load client can be told to do. */
export interface DraftCommands {
	prepare(source: TraceSource): Promise<{ name: string; keystrokes: number }>;
	/** Opens readers and a writer on an empty document. */
	open(target: DraftTarget, readers: number): Promise<void>;
	/** At most `window` keystrokes are on their way at any time; ends early when `most` were typed. */
	saturate(order: { seconds: number; window: number; most: number }): Promise<SaturatedTyping>;
	pace(order: { seconds: number; perSecond: number }): Promise<PacedTyping>;
	/** Types at a pace until told to `stopTyping`; does not wait for anything. */
	startTyping(perSecond: number): Promise<void>;
	/** How many keystrokes were sent, were shown to at least one reader, and were acknowledged to the writer. */
	stopTyping(): Promise<{ typed: number; shown: number; answered: number }>;
	/** Opens the document anew: how many of the first `shown` keystrokes it lacks. */
	missing(target: DraftTarget, shown: number): Promise<number>;
	/** Writes so many keystrokes, of which nobody reads any. */
	fill(target: DraftTarget, keystrokes: number): Promise<void>;
	/** The state of a document after so many keystrokes, as a server would have stored it. */
	stateAfter(keystrokes: number): Promise<Uint8Array>;
	/** Opens the document `times` times, one after the other; bytes of one opening. */
	openWhole(target: DraftTarget, times: number): Promise<{ bytes: number; ms: number }>;
	/** One reader for each of these documents, besides those that are there. */
	openMany(targets: readonly DraftTarget[]): Promise<void>;
	/** Ends all sockets. */
	close(): Promise<void>;
}
