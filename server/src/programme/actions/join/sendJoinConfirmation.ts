import { RefusalCode } from "@crossroads/shared";
import { beginOf, isSpent } from "../../domain/joinBudget.ts";
import { joinMail } from "../../domain/joinMail.ts";
import type { LockedDelegate } from "../../ports.ts";
import { eventOfCode, isBudgetSpent, type JoinWorld } from "./JoinWorld.ts";

/**
 * [A7] E-mails a delegate four digits that are good once, for a quarter of an hour; they replace those sent before.
 * Asking again within a minute sends nothing more and is no refusal; after ten mails a day it is one. The mail leaves
 * after the answer.
 */
export async function sendJoinConfirmation(
	world: JoinWorld,
	code: string,
	delegateId: string,
): Promise<RefusalCode | null> {
	const event = await eventOfCode(world, code);
	if (typeof event === "string") return event;
	const outcome = await world.joins.withDelegate(event.id, delegateId, (delegate) =>
		prepare(world, delegate),
	);
	if (outcome === null) return RefusalCode.NOT_FOUND;
	if (typeof outcome === "string") return outcome;
	const { fourDigits, name, email, language } = outcome;
	if (fourDigits) {
		const mail = joinMail({ name, address: email }, language, event.title, fourDigits);
		world.errands.run("join-confirmation", () => world.mailer.send(mail));
	}
	return null;
}

async function prepare(world: JoinWorld, delegate: LockedDelegate) {
	const { name, email, language, mailedCode } = delegate;
	const now = world.clock();
	if (!email) return RefusalCode.NOT_ALLOWED;
	if (await isBudgetSpent(world, delegate, now)) return RefusalCode.TOO_MANY_ATTEMPTS;
	if (mailedCode && now < mayMailAgainAt(world, mailedCode.expiresAt)) {
		return { fourDigits: null, name, email, language };
	}
	const { mails } = world.budgets;
	if (isSpent(mails, await delegate.mailsSince(beginOf(mails, now)))) return RefusalCode.TOO_MANY_ATTEMPTS;
	const fourDigits = world.fourDigits();
	await delegate.writeMailedCode(
		world.hash(fourDigits),
		new Date(now.getTime() + world.budgets.mailedCodeMs),
		now,
	);
	return { fourDigits, name, email, language };
}

function mayMailAgainAt({ budgets }: JoinWorld, expiresAt: Date): Date {
	return new Date(expiresAt.getTime() - budgets.mailedCodeMs + budgets.betweenMailsMs);
}
