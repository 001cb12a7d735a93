/** A stay in a panel: from the day of joining to the day before leaving. */
export interface Stay {
	readonly joinedOn: string;
	readonly leftOn?: string | null | undefined;
}

/**
 * Which of a person's recorded stays in a panel a stated one is: the one that began on that day; else, where file and
 * record hold one each, that one (its first day is corrected), unless it ended before this one begins. Undefined: a
 * new stay.
 */
export function knownStay<S extends Stay>(
	stated: Stay,
	recorded: readonly S[],
	isOnlyStated: boolean,
): S | undefined {
	const sameDay = recorded.find(({ joinedOn }) => joinedOn === stated.joinedOn);
	if (sameDay) return sameDay;
	const [only, ...more] = recorded;
	const isOne = isOnlyStated && more.length === 0;
	return isOne && only && (only.leftOn == null || stated.joinedOn <= only.leftOn) ? only : undefined;
}
