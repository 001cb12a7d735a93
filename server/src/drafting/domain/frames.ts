import { framed, unframed } from "@crossroads/shared";

/** Updates as they stand in one row of the log: a single one as it is, several framed. */
export function packed(updates: readonly Uint8Array[]): Uint8Array {
	return updates.length === 1 ? (updates[0] as Uint8Array) : framed(updates);
}

/** The updates of a row. */
export function unpacked({ count, content }: { count: number; content: Uint8Array }): Uint8Array[] {
	return count === 1 ? [content] : unframed(content);
}
