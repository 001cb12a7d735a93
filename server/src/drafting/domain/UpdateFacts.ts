/** What can be said of an update without applying it. Clocks count the characters and nodes a client id has written. */
export interface UpdateFacts {
	/** What it writes: for each client id the first clock and the one behind the last; nothing is left out between. */
	readonly writes: ReadonlyMap<number, { readonly from: number; readonly to: number }>;
	/** What it builds on (neighbours, parents, deletions): for each client id, how far it has to be known. */
	readonly needs: ReadonlyMap<number, number>;
	/** Of how many pieces it is made. */
	readonly pieces: number;
	/** How many of them stand elsewhere than directly behind the writer's last: what taking it in may cost. */
	readonly jumps: number;
}
