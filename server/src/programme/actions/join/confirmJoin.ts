import { isFourDigits, RefusalCode } from "@crossroads/shared";
import type { LockedDelegate } from "../../ports.ts";
import { eventOfCode, isBudgetSpent, type JoinWorld } from "./JoinWorld.ts";

/** Who has made sure of being a delegate. */
export interface ConfirmedDelegate {
	readonly personId: string;
}

/**
 * [A7] Makes sure that somebody is the delegate they chose: the event's join code, and the four digits of the badge or
 * of the last e-mail. Mailed digits are good once. Attempts for one delegate come one after the other, so the
 * budget holds however many are sent at the same time.
 */
export async function confirmJoin(
	world: JoinWorld,
	code: string,
	delegateId: string,
	fourDigits: string,
): Promise<ConfirmedDelegate | RefusalCode> {
	const event = await eventOfCode(world, code);
	if (typeof event === "string") return event;
	if (!isFourDigits(fourDigits)) return RefusalCode.CONFIRMATION_WRONG;
	const outcome = await world.joins.withDelegate(event.id, delegateId, (delegate) =>
		confirm(world, delegate, fourDigits),
	);
	return outcome ?? RefusalCode.NOT_FOUND;
}

async function confirm(
	world: JoinWorld,
	delegate: LockedDelegate,
	fourDigits: string,
): Promise<ConfirmedDelegate | RefusalCode> {
	const now = world.clock();
	if (await isBudgetSpent(world, delegate, now)) return RefusalCode.TOO_MANY_ATTEMPTS;
	if (isMailedCode(world, delegate, fourDigits, now)) {
		await delegate.forgetMailedCode();
		return { personId: delegate.personId };
	}
	if (delegate.badgeCode === fourDigits) return { personId: delegate.personId };
	await delegate.countWrong(now);
	return RefusalCode.CONFIRMATION_WRONG;
}

function isMailedCode(
	{ hash }: JoinWorld,
	{ mailedCode }: LockedDelegate,
	fourDigits: string,
	now: Date,
): boolean {
	return mailedCode !== null && mailedCode.expiresAt > now && mailedCode.hash.equals(hash(fourDigits));
}
