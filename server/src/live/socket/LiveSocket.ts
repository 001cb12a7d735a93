/** The wire as the protocol sees it: a thing that takes messages and can be closed. */
export interface LiveSocket {
	/** Sends one text message made of these parts, in order; the head is ASCII. It leaves with the others of this turn. */
	send(head: string, tail?: Buffer): void;
	/** Bytes handed to `send` that have not left the process. */
	readonly waitingBytes: number;
	/** Asks the other side's WebSocket layer for a sign of life. */
	ping(): void;
	/** Sends what waits, then the close frame. Nothing is sent after it. */
	close(code: number, reason: string): void;
	/** Ends the connection without a word. */
	terminate(): void;
	/** Reads no further message until `resume`. */
	pause(): void;
	resume(): void;
}

/** What the protocol hears from the wire. */
export interface LiveSocketListener {
	receive(text: string): void;
	/** The other side took what it was sent: a sign of life. */
	alive(): void;
	/** A ping or a pong of the other side's WebSocket layer: a sign of life, and a message like others. */
	controlled(): void;
	/** Everything handed to `send` has left the process, perhaps no further than into the kernel. */
	drained(): void;
	/** The connection is gone. Called once. */
	gone(): void;
}

/** What is kept of the request that opened the socket: little, for there are thousands. */
export interface UpgradeFacts {
	readonly cookie: string | undefined;
	readonly host: string | undefined;
	readonly acceptLanguage: string | undefined;
	readonly address: string | undefined;
}
