import { isJoinCode, normalizeJoinCode, RefusalCode } from "@crossroads/shared";
import type { Errands, Mailer } from "../../../people/index.ts";
import { beginOf, isSpent, type JoinBudgets } from "../../domain/joinBudget.ts";
import type { EventRow, JoinDesk, LockedDelegate, ProgrammeShelf } from "../../ports.ts";

/** What joining by code needs of the world. */
export interface JoinWorld {
	readonly joins: JoinDesk;
	readonly shelf: Pick<ProgrammeShelf, "eventByJoinCode">;
	readonly mailer: Mailer;
	readonly errands: Pick<Errands, "run">;
	readonly clock: () => Date;
	readonly budgets: JoinBudgets;
	/** Four digits that nobody can foresee. */
	readonly fourDigits: () => string;
	/** SHA-256. */
	readonly hash: (text: string) => Buffer;
}

/**
 * [A8] The event of a code as somebody typed it. Unknown codes are counted for the whole server; when their budget is
 * spent, nobody learns whether a code is right until it has recovered.
 */
export async function eventOfCode(
	{ joins, shelf, clock, budgets }: JoinWorld,
	typed: string,
): Promise<EventRow | RefusalCode> {
	const code = normalizeJoinCode(typed);
	if (!isJoinCode(code)) return RefusalCode.JOIN_CODE_UNKNOWN;
	const now = clock();
	const { unknownCodes } = budgets;
	if (isSpent(unknownCodes, await joins.unknownCodesSince(beginOf(unknownCodes, now))))
		return RefusalCode.TOO_MANY_ATTEMPTS;
	const event = await shelf.eventByJoinCode(code);
	if (event) return event;
	await joins.countUnknownCode(now, beginOf({ most: 0, withinMs: LONGEST_MEMORY_MS }, now));
	return RefusalCode.JOIN_CODE_UNKNOWN;
}

/** Attempts are forgotten after two days: longer than any budget looks back. */
const LONGEST_MEMORY_MS = 48 * 3_600_000;

/** [A8] Whether the delegate or the event has had too many wrong digits. */
export async function isBudgetSpent(
	{ budgets }: JoinWorld,
	delegate: LockedDelegate,
	now: Date,
): Promise<boolean> {
	for (const budget of budgets.delegate)
		if (isSpent(budget, await delegate.wrongSince(beginOf(budget, now)))) return true;
	return isSpent(budgets.event, await delegate.wrongAtEventSince(beginOf(budgets.event, now)));
}
