import type { LockedStanding, Push } from "../ports.ts";
import type { Place } from "./knownOf.ts";

/** A draft in the hands of one commit: nobody else writes in it until the end of the transaction. */
export interface LockedDraft extends LockedStanding {
	/** The place at which the commit found it. */
	readonly before: Place;
	snapshotSeq: number;
	/** The last number so far; raised with every update taken in. */
	seq: number;
	bytes: number;
	readonly added: { readonly updates: readonly Uint8Array[]; readonly push: Push }[];
	/** How far each client id has written that wrote in this commit. */
	readonly clocks: Map<number, number>;
}

/** One to which nothing was added yet. */
export function lockedDraft({
	seq,
	mark,
	...row
}: LockedStanding & Place & { readonly snapshotSeq: number }): LockedDraft {
	return { ...row, seq, before: { seq, mark }, added: [], clocks: new Map() };
}
