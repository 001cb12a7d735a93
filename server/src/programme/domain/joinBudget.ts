/** How many of something there may be within a time. */
export interface Budget {
	readonly most: number;
	readonly withinMs: number;
}

const minute = 60_000;

/** [A8] The budgets of joining by code. Never by address: a whole conference shares one. */
export interface JoinBudgets {
	/** Wrong digits for one delegate, both must have something left. */
	readonly delegate: readonly Budget[];
	/** Wrong digits for all delegates of an event. */
	readonly event: Budget;
	/** Unknown join codes on the whole server. */
	readonly unknownCodes: Budget;
	/** Time between two mails with digits to one delegate. */
	readonly betweenMailsMs: number;
	/** Mails with digits to one delegate. */
	readonly mails: Budget;
	/** How long mailed digits are good. */
	readonly mailedCodeMs: number;
}

/**
 * Four digits are 10,000. With 20 wrong ones a day for each delegate, somebody who guesses for all thirty delegates
 * of an event for a whole day gets in with 6 %; five within a quarter of an hour forgive every slip of a thumb.
 */
export const joinBudgets: JoinBudgets = {
	delegate: [
		{ most: 5, withinMs: 15 * minute },
		{ most: 20, withinMs: 24 * 60 * minute },
	],
	event: { most: 300, withinMs: 5 * minute },
	unknownCodes: { most: 3_000, withinMs: 5 * minute },
	betweenMailsMs: minute,
	mails: { most: 10, withinMs: 24 * 60 * minute },
	mailedCodeMs: 15 * minute,
};

/** When the time of a budget begins, seen from now. */
export function beginOf({ withinMs }: Budget, now: Date): Date {
	return new Date(now.getTime() - withinMs);
}

/** [A8] Whether a delegate with wrong digits at these times has to wait. */
export function isLockedOut({ delegate }: JoinBudgets, wrongAt: readonly number[], now: Date): boolean {
	return delegate.some((budget) => {
		const begin = beginOf(budget, now).getTime();
		return isSpent(budget, wrongAt.filter((at) => at > begin).length);
	});
}

/** Whether one more is refused. */
export function isSpent({ most }: Budget, used: number): boolean {
	return used >= most;
}
