/**
 * A place in a draft's log: how many updates lie before it, and in which life of the log (its epoch) that was counted.
 * Written `epoch.seq`; opaque to everybody else.
 */
export interface Place {
	readonly epoch: string;
	readonly seq: number;
}

/** The place as a cursor. */
export function writeCursor({ epoch, seq }: Place): string {
	return `${epoch}.${seq}`;
}

/** The place that a cursor names; null for what is no cursor of ours. */
export function readCursor(cursor: string): Place | null {
	const found = /^([0-9a-z]{1,20})\.(0|[1-9]\d{0,14})$/.exec(cursor);
	return found?.[1] && found[2] ? { epoch: found[1], seq: Number(found[2]) } : null;
}
