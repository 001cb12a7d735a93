/** One event of a log, ready to be sent. */
export interface TailEntry {
	readonly cursor: string;
	readonly tail: Buffer;
}

/**
 * The newest events of a log, as one chain without gaps: `start`, then the entries in order. Whoever stands at
 * `start` or at an entry can be brought up to date from here. Old entries fall off beyond the limits.
 */
export class LogTail {
	#start: string | null;
	#entries: TailEntry[] = [];
	/** The position of each entry, counted from the first entry there ever was. */
	readonly #positions = new Map<string, number>();
	#dropped = 0;
	#bytes = 0;

	constructor(
		start: string | null,
		private readonly limits: { readonly tailBytes: number; readonly tailEvents: number },
	) {
		this.#start = start;
	}

	/** The cursor of the newest event. */
	get head(): string | null {
		return this.#entries.at(-1)?.cursor ?? this.#start;
	}

	/** Whether a reader at this cursor can be brought up to date from here. */
	knows(cursor: string | null): boolean {
		return cursor === this.#start || (cursor !== null && this.#positions.has(cursor));
	}

	/** The entry directly behind a known cursor; undefined at the head. */
	next(cursor: string | null): TailEntry | undefined {
		return this.#entries[this.#indexBehind(cursor)];
	}

	/** Adds the event that directly follows the head. */
	push(entry: TailEntry): void {
		this.#positions.set(entry.cursor, this.#dropped + this.#entries.length);
		this.#entries.push(entry);
		this.#bytes += entry.tail.length;
		this.#trim();
	}

	/**
	 * Lengthens the chain backwards by what was read behind `start`, if that reaches our start by single steps and
	 * fits. Otherwise nothing changes.
	 */
	prepend(start: string | null, read: readonly TailEntry[]): void {
		const meeting = read.findIndex(({ cursor }) => cursor === this.#start);
		if (meeting < 0) return;
		const older = read.slice(0, meeting + 1);
		const bytes = older.reduce((sum, { tail }) => sum + tail.length, 0);
		if (this.#bytes + bytes > this.limits.tailBytes) return;
		if (this.#entries.length + older.length > this.limits.tailEvents) return;
		this.#start = start;
		this.#entries = [...older, ...this.#entries];
		this.#dropped -= older.length;
		this.#bytes += bytes;
		for (const [index, { cursor }] of older.entries()) this.#positions.set(cursor, this.#dropped + index);
	}

	#indexBehind(cursor: string | null): number {
		if (cursor === this.#start) return 0;
		const position = cursor === null ? undefined : this.#positions.get(cursor);
		if (position === undefined) throw new Error("The cursor is not in the tail.");
		return position - this.#dropped + 1;
	}

	#trim(): void {
		let count = 0;
		while (this.#isTooLong(count)) {
			const oldest = this.#entries[count] as TailEntry;
			this.#positions.delete(oldest.cursor);
			this.#start = oldest.cursor;
			this.#bytes -= oldest.tail.length;
			count += 1;
		}
		if (count === 0) return;
		this.#entries.splice(0, count);
		this.#dropped += count;
	}

	#isTooLong(dropping: number): boolean {
		const left = this.#entries.length - dropping;
		return left > 0 && (left > this.limits.tailEvents || this.#bytes > this.limits.tailBytes);
	}
}
