/** Where voters go, and as whom: one socket each. */
export interface VotersPlace {
	readonly port: number;
	/** One for each voter. */
	readonly cookies: readonly string[];
}

/** What everybody watches; the answer begins with the tally's `cast`. */
export interface Watched {
	/** Query and variables. */
	readonly payload: object;
	/** Whether the server sends the count as it stands at once. */
	readonly isGreeted: boolean;
}

/** A ballot as it is sent. */
export interface BallotForm {
	/** JSON of query and variables: `$UUID` becomes a fresh uuid, `$OPTION` one of six, `$SEALED` fresh bytes in base64. */
	readonly payload: string;
	/** What the answer to a ballot that counts holds. */
	readonly acknowledged: string;
	/** How long `$SEALED` is, in bytes; 0: none. */
	readonly sealedBytes: number;
}

export type Transport = "sockets" | "HTTP";

/** Every voter casts one ballot. */
export interface VoteOrder {
	readonly over: Transport;
	readonly ballot: BallotForm;
	/** Ballots that are on their way at any time; over HTTP also the number of connections. */
	readonly atOnce: number;
	/** After so many ms no more are sent, and only those answered by then are counted. */
	readonly mostMs: number;
}

/** What came of it. */
export interface Voted {
	/** Ballots that were answered in time as counted. */
	readonly acknowledged: number;
	readonly ms: number;
	/** From a ballot's sending to its answer. */
	readonly p50: number;
	readonly p99: number;
	/** Messages about the count that came to all screens together meanwhile. */
	readonly deliveries: number;
	/** Share of the time in which the client's process was busy: near 1, the client is what is measured. */
	readonly clientBusy: number;
}

/** Every voter casts one ballot over the own socket, at a moment of the given time that a lot decides. */
export interface StormOrder {
	readonly ballot: BallotForm;
	readonly seconds: number;
}

export interface Stormed extends Voted {
	/** From a ballot's sending until the count on every single screen holds it. */
	readonly shownP50: number;
	readonly shownP95: number;
	readonly shownWorst: number;
	/** Ballots that some screen never showed. */
	readonly neverShown: number;
}

/** What the load client can be told to do. */
export interface VotingCommands {
	/** Opens a socket for each voter. */
	enter(place: VotersPlace): Promise<void>;
	/** Everybody watches this instead of what was watched before; null: nothing. */
	watch(watched: Watched | null): Promise<void>;
	vote(order: VoteOrder): Promise<Voted>;
	storm(order: StormOrder): Promise<Stormed>;
	/** Ends all sockets. */
	leave(): Promise<void>;
}
