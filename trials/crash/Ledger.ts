/** One push of a writer, and what is known of its fate. */
export interface PushEntry {
	readonly pushId: string;
	readonly writer: string;
	readonly updates: readonly Uint8Array[];
	/** Paragraphs that it adds and takes away: each has words that exist once in the world. */
	readonly added: readonly string[];
	readonly removed: readonly string[];
	/** Place of its last update, once it was acknowledged. */
	seq: number | null;
	/** How often it was handed in. */
	tries: number;
}

/** What all writers did to one draft: who knows what was acknowledged is not the one who stored it. */
export class Ledger {
	readonly pushes = new Map<string, PushEntry>();
	/** Whatever may never happen, in words. */
	readonly faults: string[] = [];
	linesLost = 0;
	reloads = 0;

	get entries(): PushEntry[] {
		return [...this.pushes.values()];
	}

	/** Updates that were acknowledged. */
	get acknowledged(): number {
		return this.entries.reduce((sum, { seq, updates }) => sum + (seq === null ? 0 : updates.length), 0);
	}

	/** Pushes that were handed in more than once, because an answer did not come. */
	get repeated(): number {
		return this.entries.filter(({ tries }) => tries > 1).length;
	}
}
