/** How much of everything is measured. */
export interface VotingPlan {
	readonly isQuick: boolean;
	readonly rounds: number;
	/** Voters, each with a socket. */
	readonly voters: number;
	/** Polls on which all of them vote, one after the other, in one measurement. */
	readonly polls: number;
	/** Ballots on their way at any time: over sockets, and over HTTP, where each has a connection. */
	readonly socketsAtOnce: number;
	readonly connections: number;
	/** A vote that takes longer is broken off: those answered by then count. */
	readonly mostMs: number;
	readonly pgbenchSeconds: number;
	/** Rows of one statement where inserts are batched. */
	readonly batch: number;
	/** Seconds in which all voters vote at moments of their own. */
	readonly stormSeconds: number;
	readonly ranked: { readonly ballots: number; readonly options: number };
}

const inEarnest: VotingPlan = {
	isQuick: false,
	rounds: 3,
	voters: 2_000,
	polls: 3,
	socketsAtOnce: 500,
	connections: 64,
	mostMs: 6_000,
	pgbenchSeconds: 4,
	batch: 100,
	stormSeconds: 10,
	ranked: { ballots: 60_000, options: 10 },
};

/** The whole benchmark; or the same path with so little that it proves only that everything runs. */
export function votingPlan(isQuick: boolean): VotingPlan {
	if (!isQuick) return inEarnest;
	return {
		...inEarnest,
		isQuick,
		rounds: 1,
		voters: 60,
		polls: 1,
		socketsAtOnce: 20,
		connections: 8,
		mostMs: 1_000,
		pgbenchSeconds: 2,
		stormSeconds: 1,
		ranked: { ballots: 2_000, options: 10 },
	};
}
