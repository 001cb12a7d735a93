/**
 * A place in a draft's log: how many updates lie before it, and the mark of the commit that wrote the last of them.
 * Marks are drawn at random for each commit: a log that was restored from a backup and written on has another mark at
 * the same number, so a cursor of before is never mistaken for one of now. Written `mark.seq`; opaque to everybody else.
 */
export interface Place {
	readonly mark: string;
	readonly seq: number;
}

/** The mark of a log in which nothing was written yet. */
export const firstMark = "0";

/** The place as a cursor. */
export function writeCursor({ mark, seq }: Place): string {
	return `${mark}.${seq}`;
}

/** The place that a cursor names; null for what is no cursor of ours. */
export function readCursor(cursor: string): Place | null {
	const found = /^([0-9a-z]{1,20})\.(0|[1-9]\d{0,14})$/.exec(cursor);
	return found?.[1] && found[2] ? { mark: found[1], seq: Number(found[2]) } : null;
}
