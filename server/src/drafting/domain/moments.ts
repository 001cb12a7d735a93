/** The updates of one push as history sees them. */
export interface Written {
	/** Of the last of them. */
	readonly seq: number;
	readonly count: number;
	readonly mark: string;
	readonly at: Date;
	/** Null: brought in from outside. */
	readonly personId: string | null;
	readonly size: number;
}

/** What one person did in a moment, in bytes of updates: a measure to compare by, not a count of characters. */
export interface Share {
	readonly personId: string | null;
	readonly size: number;
}

/** A minute of a draft in which something was written. */
export interface Moment {
	/** The last update of it, and the mark of its commit: together the cursor of the text as it was then. */
	readonly seq: number;
	readonly mark: string;
	/** The first update of it. */
	readonly firstSeq: number;
	readonly startedAt: Date;
	readonly at: Date;
	readonly size: number;
	/** Who wrote most comes first. */
	readonly shares: readonly Share[];
}

const minute = 60_000;

/** The pushes, given in their order, minute by minute. */
export function momentsOf(pushes: readonly Written[]): Moment[] {
	const single = pushes.map(({ personId, count, ...push }) => ({
		...push,
		firstSeq: push.seq - count + 1,
		startedAt: push.at,
		shares: [{ personId, size: push.size }],
	}));
	return joinMoments(single);
}

/** Moments in their order, of which neighbours may be parts of one minute, with those joined. */
export function joinMoments(parts: readonly Moment[]): Moment[] {
	const joined: Moment[] = [];
	for (const part of parts) {
		const last = joined.at(-1);
		if (last && minuteOf(last.startedAt) === minuteOf(part.startedAt))
			joined[joined.length - 1] = both(last, part);
		else joined.push(part);
	}
	return joined;
}

const minuteOf = (at: Date) => Math.floor(at.getTime() / minute);

function both(one: Moment, next: Moment): Moment {
	const sizes = new Map<string | null, number>();
	for (const { personId, size } of [...one.shares, ...next.shares])
		sizes.set(personId, (sizes.get(personId) ?? 0) + size);
	const shares = [...sizes].map(([personId, size]) => ({ personId, size }));
	const { seq, mark, at } = next;
	return {
		seq,
		mark,
		at,
		firstSeq: one.firstSeq,
		startedAt: one.startedAt,
		size: one.size + next.size,
		shares: shares.sort((a, b) => b.size - a.size),
	};
}
